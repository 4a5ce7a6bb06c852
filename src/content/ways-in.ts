/**
 * Which ways into an editor are tried, in which order. Editors that keep a text of their own are known by what they put
 * into the DOM; the order for each is what was measured with the real ones, in both browsers, with 20,000 characters.
 */
import type { InsertMethod } from './site';

const known: readonly (readonly [selector: string, ways: readonly InsertMethod[]])[] = [
  ['[data-lexical-editor]', ['beforeinput', 'paste']],
  // A command changes the DOM behind its back: the text would be seen and not sent.
  ['[data-slate-editor]', ['paste', 'beforeinput']],
  ['.ck-content, .ck-editor__editable', ['paste', 'beforeinput']],
  ['.DraftEditor-root', ['paste', 'command']],
  ['.ProseMirror', ['paste', 'command']],
  ['.ql-editor', ['paste', 'command']],
];

/** @param otherwise what the site's facts say, for an editor that is none of these */
export function waysIn(box: HTMLElement, otherwise: readonly InsertMethod[]): readonly InsertMethod[] {
  if (isTextField(box)) return ['value', 'command'];
  const ways = known.find(([selector]) => box.closest(selector))?.[1];
  return ways ?? otherwise.filter((method) => method !== 'value');
}

export type TextField = HTMLTextAreaElement | HTMLInputElement;

export function isTextField(box: HTMLElement): box is TextField {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement;
}
