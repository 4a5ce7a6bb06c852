/** What the demo messenger's client and server say to each other over the WebSocket, as JSON. */
/** A file that was uploaded before the message that carries it. */
interface UploadedFile {
  readonly id: string;
  readonly name: string;
}

export interface Message {
  readonly id: string;
  /** Chosen by the sending client: joins the message shown at once with the server's echo of it. */
  readonly clientId: string;
  readonly chat: string;
  readonly from: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly replyTo: string | null;
  readonly edited: boolean;
  readonly file?: UploadedFile;
}

export interface Chat {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
  readonly last: Message | null;
}

/** Switches that tests throw, by POST /test/flags or `Demo.set`. */
export interface Flags {
  /** The server drops what is sent: no echo, nothing kept. */
  readonly networkDown: boolean;
  /** The server keeps only this many characters of a message. */
  readonly cutAt: number | null;
  /** Longest message that the messenger takes, in characters; the page says so and the server drops what is longer. */
  readonly limit: number | null;
  /** The client shows this many characters, and the rest after a click on "See more". */
  readonly seeMoreAt: number | null;
  /** `refuses`: what a script puts in is ignored. `mangles`: it comes out in capitals. */
  readonly editor: 'works' | 'refuses' | 'mangles';
  readonly sendButton: 'works' | 'dead';
  /** `stall`: they go on for ever. `refuse`: the page does nothing with a file it is given. */
  readonly uploads: 'work' | 'stall' | 'refuse';
  /** The page calls focus() on its own box again and again. */
  readonly stealsFocus: boolean;
  /** An own message is edited in its row, not in the compose box. */
  readonly editsInRow: boolean;
  /** The whole list is thrown away and built anew on each new message. */
  readonly rebuildsList: boolean;
  /** Messages that come at once; older ones when the person scrolls up. */
  readonly historyPage: number;
}

export const defaultFlags: Flags = {
  networkDown: false,
  cutAt: null,
  limit: null,
  seeMoreAt: null,
  editor: 'works',
  sendButton: 'works',
  uploads: 'work',
  stealsFocus: false,
  editsInRow: false,
  rebuildsList: false,
  historyPage: 200,
};

/** A user's name as people see it. */
export const nameOfUser = (user: string): string => user.charAt(0).toUpperCase() + user.slice(1);

export type FromClient =
  | {
      readonly type: 'send';
      readonly chat: string;
      readonly clientId: string;
      readonly text: string;
      readonly replyTo: string | null;
      readonly file?: UploadedFile;
    }
  | { readonly type: 'edit'; readonly id: string; readonly text: string }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'draft'; readonly chat: string; readonly text: string }
  | { readonly type: 'typing'; readonly chat: string }
  | { readonly type: 'history'; readonly chat: string; readonly before: string | null }
  /** The client has taken the flags to heart. */
  | { readonly type: 'obeyed' };

export type FromServer =
  | { readonly type: 'hello'; readonly user: string; readonly chats: readonly Chat[]; readonly flags: Flags }
  | { readonly type: 'flags'; readonly flags: Flags }
  | {
      readonly type: 'history';
      readonly chat: string;
      readonly messages: readonly Message[];
      readonly more: boolean;
    }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'edited'; readonly message: Message }
  | { readonly type: 'deleted'; readonly chat: string; readonly id: string }
  | { readonly type: 'typing'; readonly chat: string; readonly from: string };
