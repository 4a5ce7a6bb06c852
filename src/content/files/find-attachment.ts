/** Finds an uploaded file in the page by its name, which is random and stands nowhere else. */
import { rootsBelow } from '../open-roots';
import { isHost } from '../place-frame';
import type { Site } from '../site';
import { uploadOf } from './upload-of';

/** Attributes in which sites put a file's name. */
const attributes = [
  'download',
  'title',
  'aria-label',
  'alt',
  'href',
  'data-filename',
  'data-name',
  'data-tid',
];

/** The element of the message list that stands for the file, or null. */
export function findAttachment(site: Site, list: Element | null, name: string): HTMLElement | null {
  if (!list) return null;
  const known = uploadOf(site)
    ?.attachments(list)
    .find((element) => bears(element, name));
  return known ?? findBearer(list, name);
}

/** The smallest element under `root`, and in open shadow roots there, that shows or names the file. */
export function findBearer(root: Element, name: string): HTMLElement | null {
  for (const each of [root, ...rootsBelow(root)]) {
    const found = findIn(each, name);
    if (found) return found;
  }
  return null;
}

function findIn(root: Element | ShadowRoot, name: string): HTMLElement | null {
  const stem = stemOf(name);
  const named = root.querySelector<HTMLElement>(attributes.map((at) => `[${at}*="${stem}"]`).join(','));
  if (named) return named;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    if (nodeValue?.includes(stem) && parentElement && !isHost(parentElement)) return parentElement;
  }
  return null;
}

function bears(element: HTMLElement, name: string): boolean {
  return (
    element.textContent.includes(stemOf(name)) ||
    attributes.some((at) => element.getAttribute(at)?.includes(stemOf(name))) ||
    findBearer(element, name) !== null
  );
}

/** The name without its ending, which some sites show apart. */
export function stemOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}
