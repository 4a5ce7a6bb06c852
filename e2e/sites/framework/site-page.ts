/** What a test page is told about the messenger that it stands for. Its data runs in Node, its `build` in the browser. */
import type { EditorKind, EditorRules } from '../editors/editor';
import type { Mangling } from './mangle';

/** One of the two who talk, as the messenger knows them. */
export type Peer = { readonly id: string; readonly name: string; readonly handle: string };
export type Pair = { readonly me: Peer; readonly peer: Peer };

export type Message = {
  readonly id: string;
  /** Made by the client that sent it, so that it knows its own message when the server tells it back. */
  readonly clientId: string;
  readonly from: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Id of the message that this one answers. */
  readonly replyTo: string | null;
  readonly file: { readonly name: string; readonly url: string; readonly bytes: number } | null;
};
export type Shown = Message & { readonly state: 'pending' | 'sent' };

/** Where an editor is put, and the attributes of the element in it that is typed in. */
type BoxParts = { readonly place: HTMLElement; readonly box: Readonly<Record<string, string>> };

/** One row of the list. Rows are recycled: the same elements show one message after another. */
export type RowParts = {
  readonly element: HTMLElement;
  /** Holds the message's text and nothing else, but for what `Mangling` puts in. */
  readonly text: HTMLElement;
  /** Where the start of the message that is answered stands. */
  readonly quote?: HTMLElement;
  readonly reply?: HTMLElement;
  /** Controls of one's own messages: the first needs `edits` of the skeleton, the second `deleted` of the page. */
  readonly edit?: HTMLElement;
  readonly remove?: HTMLElement;
  /** What stands for an uploaded file, shown where the message has one. */
  readonly attachment?: AttachmentParts;
  readonly seeMore?: HTMLElement;
  /** Ids, classes for own and other's, time: whatever else the site writes into a row. */
  readonly show?: (message: Shown, own: boolean) => void;
};

/** The elements may be one and the same. */
type AttachmentParts = {
  readonly element: HTMLElement;
  /** Its address is the file's; it need not stand in the page. */
  readonly link: HTMLAnchorElement;
  /** Where the file's name stands. */
  readonly name: HTMLElement;
};

/** A box of its own for one edit. */
type EditBox = BoxParts & {
  /** Holds the box and its buttons. */
  readonly element: HTMLElement;
  /** Null: Enter saves. */
  readonly save: HTMLElement | null;
  /** Null: Escape cancels, which it does anywhere. */
  readonly cancel: HTMLElement | null;
};

/** Where an old message is edited. */
export type EditPlace =
  /** In its row, in place of its text; or in a dialog, at the end of the page. Made anew for each edit. */
  | { readonly at: 'row' | 'dialog'; readonly open: () => EditBox }
  /** In the compose box, which `show` marks for as long. */
  | {
      readonly at: 'compose-box';
      readonly show: (isEditing: boolean) => void;
      readonly cancel: HTMLElement | null;
    };

/** How files go out. */
export type FileParts = {
  /** The `input[type=file]`; null: there is none before a person opens a menu. */
  readonly input: HTMLInputElement | null;
  /** Whether files are taken that are dropped onto the box. */
  readonly drops: boolean;
  /** What a chosen file waits for. Null: it goes at once. */
  readonly waits:
    | null
    /** For the message: its card stands in `place` until Enter or the button sends both. */
    | {
        readonly at: 'compose-area';
        readonly place: HTMLElement;
        readonly card: (name: string) => HTMLElement;
      }
    /** For a word in a dialog, at the end of the page. */
    | {
        readonly at: 'dialog';
        readonly open: (name: string) => { readonly element: HTMLElement; readonly confirm: HTMLElement };
      };
};

/** The elements of a page that the framework gives life to. */
export type Skeleton = BoxParts & {
  /** Left out where a chat window floats over a page of something else. */
  readonly sidebar?: HTMLElement;
  readonly main: HTMLElement;
  readonly send: HTMLElement | null;
  /** The scrolling element, and the element in it that rows are put in. */
  readonly scroller: HTMLElement;
  readonly rows: HTMLElement;
  readonly row: () => RowParts;
  /** Elements that show the start of the last message. */
  readonly previews?: readonly HTMLElement[];
  readonly edits?: EditPlace;
  /** Left out: no files, or none that are shown in a message. */
  readonly files?: FileParts;
  /** Other ways to send: pressing one sends something of the kind at once. */
  readonly ways?: Readonly<Record<string, HTMLElement>>;
};

export type SitePage = {
  /** The site's id in `src/sites`, and the page's own where a site has several. */
  readonly site: string;
  readonly id: string;
  /** A real host of the site: the page is served at this name with `.localhost` behind it. */
  readonly host: string;
  readonly sources: readonly string[];
  /** Path, query and hash of the chat. */
  readonly address: (pair: Pair) => string;
  /** What the site's facts must read as the id of the chat. */
  readonly chat: (pair: Pair) => string;
  /** Attributes of the document element. */
  readonly html?: Readonly<Record<string, string>>;
  /** Response headers of the page; a strict content security policy where none is given. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly editor: EditorKind;
  /** Where they are not the usual: Enter sends, also one that a script made. */
  readonly rules?: Partial<EditorRules>;
  /** Most characters of one message, and what becomes of a longer one. */
  readonly limit: {
    readonly characters: number;
    readonly above: 'block' | 'split' | 'cut' | 'file';
  } | null;
  /** Milliseconds after which a draft goes to the server; null: it never does. */
  readonly draft: number | null;
  /** `window`: only rows near the screen exist, and are recycled. */
  readonly list: 'all' | 'window';
  /** What becomes of the row that was shown at once, when the server tells the message back. */
  readonly echo: 'keep' | 'replace';
  /** What becomes of a message that was deleted; left out: none can be. */
  readonly deleted?: 'goes' | 'word';
  /** A script gets no file from the list: the person downloads it, and gives it to Sotto. */
  readonly downloads?: 'by-hand';
  /** Whether the tab's title shows the last message that came. */
  readonly title?: 'message';
  readonly mangle: Mangling;
  /** The chat stands in a frame of the page's own origin; what is around it is a page of something else. */
  readonly frame?: { readonly selector: string; readonly path: string };
  /** Stands in the same document, as a thread beside its channel does; to the server, it is a page of its own. */
  readonly beside?: SitePage;
  readonly build: (pair: Pair) => Skeleton;
};

/** What the page says to its server over the WebSocket, and what it is told. */
export type FromPage =
  | {
      readonly type: 'send';
      readonly clientId: string;
      readonly text: string;
      readonly replyTo: string | null;
      readonly file: Message['file'];
    }
  | { readonly type: 'edit'; readonly id: string; readonly text: string }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'typing' }
  /** A voice message, a sticker, a forward: something left, and no text box was asked. */
  | { readonly type: 'way'; readonly kind: string };
export type ToPage =
  | {
      readonly type: 'hello';
      readonly pair: Pair;
      readonly messages: readonly Message[];
      readonly draft: string;
    }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'changed'; readonly message: Message };
