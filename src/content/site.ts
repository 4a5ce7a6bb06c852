/**
 * What Sotto knows of one messenger: facts first, code only where the messenger is odd.
 * Nothing here is believed: a site may lie about all of it, and then a send fails or a place stays as it was.
 */
import type { ConversationKey } from '../protocol/shapes';

export type OpenChat = {
  readonly conversation: ConversationKey;
  /** Filled in once the page shows it: the heading may come later than the chat. */
  title: string;
};

/** Ways to put ciphertext into an editor, tried in order until the box reads back as it should. */
export type InsertMethod =
  /** The native `value` setter and an `input` event: textarea and input. */
  | 'value'
  /** `execCommand('insertText')`: plain contenteditable, Quill. */
  | 'command'
  /** A cancelable `beforeinput` with `dataTransfer`, in the page's world: Lexical, Slate. */
  | 'beforeinput'
  /** A synthetic `paste` of text/plain, in the page's world: Draft.js, ProseMirror, CKEditor. */
  | 'paste';

/** How the site shows that a message which already stands in the list has left, if it shows it at all. */
export type Delivery = 'pending' | 'sent' | 'failed';

export type Site = {
  /** Also names the network in the conversation id, so it is the same for everybody on it. */
  readonly id: string;
  /** Whether this page is this messenger; asked again as the page grows. */
  readonly detect: () => boolean;
  /** The chat that is open, or null when none is. */
  readonly chat: () => OpenChat | null;
  /** The compose box of the open chat. */
  readonly composeBox: () => HTMLElement | null;
  /** What the composer covers: the box with the buttons that also send (attach, voice, emoji). */
  readonly composeArea: (box: HTMLElement) => HTMLElement;
  /** Where messages are: text elsewhere (chat list, search) is left alone. */
  readonly messageRoot: () => Element | null;
  /** The button that sends what is in the box; null: Enter does it. */
  readonly sendButton: (box: HTMLElement) => HTMLElement | null;
  readonly insert: readonly InsertMethod[];
  /** Longest message in characters; null: not known to matter. */
  readonly limit: number | null;
  /** Whether line breaks survive, so that ASCII armor can be written. */
  readonly newlines: boolean;
  readonly delivery: (text: Element) => Delivery;
  /** Whether this element is one message's own text, so that a cut token in it is a damaged message, not a preview. */
  readonly isMessageText: (element: Element) => boolean;
  /** The control that shows the rest of a message that the site cut short. */
  readonly seeMore: (text: Element) => HTMLElement | null;
  /** Milliseconds between the parts of one message, so that a site does not take them for a flood. */
  readonly pace: number;
};

/** A chat's id on this host: a product runs on many, and one must not name the chats of another. */
export function hosted(chat: string): string {
  return `${location.host} ${chat}`.slice(0, 512);
}

/** The first element that matches one of the selectors and can be seen. */
export function firstVisible(selectors: readonly string[], root: ParentNode = document): HTMLElement | null {
  for (const selector of selectors) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (isVisible(element)) return element;
    }
  }
  return null;
}

export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}
