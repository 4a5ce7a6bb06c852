/**
 * What Sotto knows of one messenger: facts first, code only where the messenger is odd.
 * Nothing here is believed: a site may lie about all of it, and then a send fails or a place stays as it was.
 */
import type { ConversationKey } from '../protocol/shapes';
import type { FilesTaken } from '../protocol/files-taken';
import type { OpenWay, Way } from '../protocol/ways';

export type OpenChat = {
  readonly conversation: ConversationKey;
  /** Empty while the page has not drawn it yet. */
  readonly title: string;
};

/** A place where one writes. */
export type Writing = {
  readonly box: HTMLElement;
  /** What the composer covers: the box with the buttons that also send (attach, voice, emoji). */
  readonly area: HTMLElement;
  /** The button that sends what is in the box; null: Enter does it. */
  readonly sendButton: () => HTMLElement | null;
};

/** The box in which the site has an old message edited; its button saves. */
export type Editing = Writing & { readonly cancelButton: () => HTMLElement | null };

/** A chat that is open in the page: in its main pane, in a thread beside it, in a window over another page. */
export type Place = {
  readonly chat: OpenChat;
  /** Null while there is no box, as where one may only read. */
  readonly writing: Writing | null;
  /** Where its messages are: text elsewhere (chat list, search) is left alone. Null while there is no list. */
  readonly list: Element | null;
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

/** Ways to give a page a file: into its own file input, chosen in its menu, pasted into its box, dropped there. */
export type FileOffer = 'input' | 'menu' | 'paste' | 'drop';

/** How the site sends files. */
export type Upload = {
  readonly takes: Extract<FilesTaken, 'any' | 'pictures' | 'listed'>;
  /** The largest, in bytes; null: not known. */
  readonly most: number | null;
  /** Tried in order until the page shows the file. */
  readonly offers: readonly FileOffer[];
  /** The page's own file input, which may be hidden; null: it has none now. */
  readonly input: (box: HTMLElement) => HTMLInputElement | null;
  /** What is pressed, one after another, until the page asks for a file. */
  readonly menu: readonly (() => HTMLElement | null)[];
  /** What sends a file that was chosen, where a dialog asks first. */
  readonly confirm: () => HTMLElement | null;
  /** What shows beside the box that a file waits to be sent, where its name may not stand there; null: nothing known. */
  readonly card: () => HTMLElement | null;
  /** The address of a file that was uploaded, where the site puts it into the box to be sent as text; null elsewhere. */
  readonly address: RegExp | null;
  /** Elements of the list that stand for files. None known: whatever bears the file's name. */
  readonly attachments: (list: Element) => readonly HTMLElement[];
  /** The link to the file that this element stands for, or what saves it when it is pressed. */
  readonly link: (attachment: HTMLElement) => HTMLElement | null;
};

export type Site = {
  /** Also names the network in the conversation id, so it is the same for everybody on it. */
  readonly id: string;
  /** Whether this page is this messenger; asked again as the page grows. */
  readonly detect: () => boolean;
  /** Every chat that is open now, the main one first. */
  readonly places: () => readonly Place[];
  /** Texts of messages in this list that stand in shadow roots of their own. Left out: the list's text is all in one tree. */
  readonly islands?: (list: Element) => readonly Element[];
  /** Which of the known descriptions fitted this place's box and list, from 0; left out where there are none. */
  readonly matched?: (place: Place) => { readonly box: number | null; readonly list: number | null };
  /** The boxes in which old messages are being edited now; the compose box itself may be one. */
  readonly edits?: () => readonly Editing[];
  /** What leaves the chat by this control, or one around it, in the clear; null: nothing that is known. */
  readonly wayOf?: (element: Element) => Way | OpenWay | null;
  /** For a box that is none of the editors known to `ways-in.ts`. */
  readonly insert: readonly InsertMethod[];
  /** What sends besides the button: Enter, Ctrl+Enter, one of the two as the person has set it, or no key. */
  readonly enter: 'enter' | 'control-enter' | 'setting' | 'none';
  /** Longest message in characters; null: not known to matter. */
  readonly limit: number | null;
  /** Whether line breaks survive, so that ASCII armor can be written. */
  readonly newlines: boolean;
  readonly delivery: (text: Element) => Delivery;
  /** Whether this element is one message's own text, so that a cut token in it is a damaged message, not a preview. */
  readonly isMessageText: (element: Element) => boolean;
  /** The control that shows the rest of a message that the site cut short. */
  readonly seeMore: (text: Element) => HTMLElement | null;
  /** `unknown`: it may have uploads, and nothing is known of them. `guess`: as sites usually have them. */
  readonly upload: Upload | 'guess' | 'none' | 'unknown';
  /** Milliseconds between the parts of one message, so that a site does not take them for a flood. */
  readonly pace: number;
};

/** A site that has one chat open at a time, in one pane. */
type Pane = {
  readonly chat: () => OpenChat | null;
  readonly composeBox: () => HTMLElement | null;
  readonly composeArea: (box: HTMLElement) => HTMLElement;
  readonly messageRoot: () => Element | null;
  readonly sendButton: (box: HTMLElement) => HTMLElement | null;
};

export function onePlace({ chat, composeBox, composeArea, messageRoot, sendButton }: Pane): Site['places'] {
  return () => {
    const open = chat();
    if (!open) return [];
    const box = composeBox();
    const writing = box && { box, area: composeArea(box), sendButton: () => sendButton(box) };
    return [{ chat: open, writing, list: messageRoot() }];
  };
}

/** A chat's id on this host: a product runs on many, and one must not name the chats of another. */
export function hosted(chat: string): string {
  return `${location.host} ${chat}`.slice(0, 512);
}

export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}
