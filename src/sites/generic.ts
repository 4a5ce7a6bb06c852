/**
 * Any other site that the person switches on: the compose box is found by role and place, messages by their text.
 */
import { isVisible, onePlace, type Site } from '../content/site';

const editors =
  'textarea, [contenteditable]:not([contenteditable="false"]), input[type="text"][role="textbox"]';
/** CSS pixels: an editor narrower than this is a search field or a tag box. */
const LEAST_WIDTH = 140;
/** CSS pixels: what stands around the box is its row of buttons only while it is this low. */
const MOST_EXTRA = 72;

/** The lowest wide editor in the window, which is where messengers have their compose box. */
function composeBox(): HTMLElement | null {
  let best: HTMLElement | null = null;
  let lowest = 0;
  for (const element of document.querySelectorAll<HTMLElement>(editors)) {
    if (element.closest('[role="search"], [aria-hidden="true"]') || !isVisible(element)) continue;
    if (element instanceof HTMLTextAreaElement && (element.readOnly || element.disabled)) continue;
    const { width, bottom } = element.getBoundingClientRect();
    if (width < LEAST_WIDTH || bottom > window.innerHeight + 4 || bottom <= lowest) continue;
    best = element;
    lowest = bottom;
  }
  return best && lowest > window.innerHeight / 2 ? best : null;
}

/** The row the box stands in, with the buttons that send, attach and record. */
function composeArea(box: HTMLElement): HTMLElement {
  let area = box;
  const { height } = box.getBoundingClientRect();
  for (let at = box.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.getBoundingClientRect().height > height + MOST_EXTRA) break;
    area = at;
  }
  return area;
}

function sendButton(box: HTMLElement): HTMLElement | null {
  const form = box.closest('form');
  const submit = form?.querySelector<HTMLElement>('button[type="submit"], button:not([type])');
  return submit && isVisible(submit) ? submit : null;
}

export const generic: Site = {
  id: location.host.toLowerCase() || 'local',
  detect: () => composeBox() !== null,
  places: onePlace({
    chat: () => {
      if (!composeBox()) return null;
      const chat = `${location.pathname}${location.search}${location.hash}`.slice(0, 512);
      return { conversation: { site: generic.id, chat }, title: document.title.slice(0, 200) };
    },
    composeBox,
    composeArea,
    messageRoot: () => document.body,
    sendButton,
  }),
  insert: ['beforeinput', 'paste', 'command'],
  limit: null,
  newlines: false,
  delivery: () => 'sent',
  isMessageText: () => false,
  seeMore: () => null,
  pace: 1000,
};
