/**
 * What is known of one messenger, as data: where its chats are, where one writes, how it sends, what it does to text.
 * Selectors may be lists, tried in order; ` >> ` goes into the open shadow root of what stands left of it. A name that
 * the site translates ("Send") is never the only way to find something.
 */
import type { FileOffer, InsertMethod } from '../content/site';
import type { OpenWay, Way } from '../protocol/ways';

type Selectors = readonly string[];

/** How the conversation's id is read. */
export type ChatSource =
  /** From the address: the first capturing group of the first pattern that matches. */
  | { readonly from: 'path' | 'hash' | 'address'; readonly patterns: readonly RegExp[] }
  /** From an attribute of the first element that is found. */
  | { readonly from: 'attribute'; readonly of: Selectors; readonly attribute: string }
  /** From a text, where the site has no id: two people of one name are one chat, which the person is told. */
  | { readonly from: 'text'; readonly of: Selectors };

/** One place of the site where people write: its main pane, a thread beside it, a chat window over another page. */
export type SurfaceFacts = {
  /**
   * Each visible match is such a place of its own, and all else is looked for inside it; an attribute that names the
   * chat may stand on the match itself. Left out: the document. What two surfaces find is the earlier one's.
   */
  readonly within?: Selectors;
  /** Only where the path, query and hash together match. */
  readonly at?: RegExp;
  readonly chat: ChatSource;
  readonly title: Selectors;
  readonly box: Selectors;
  /** The nearest ancestor of the box that holds the buttons which also send: what the composer covers. */
  readonly area?: string;
  readonly list: Selectors;
  readonly send: Selectors;
};

/**
 * A control outside the composer's area with which something leaves that Sotto did not encrypt. In an encrypted chat all
 * of them are stopped but calls and reactions, which are let through and told of.
 */
type OtherWay = { readonly kind: Exclude<Way, 'typing' | 'files'> | OpenWay; readonly control: Selectors };

type UploadFacts = {
  /** Anything; what people see as pictures only; or files of the kinds that the site lists. */
  readonly takes: 'any' | 'pictures' | 'listed';
  /** How the page is given a file, in order. A way that it does not know costs a person the wait for the next. */
  readonly offers: readonly FileOffer[];
  /** The `input[type=file]` that takes any file; it may be hidden, or stand in the page only while a menu is open. */
  readonly input: Selectors;
  /** What is pressed, one after another, until the page asks for a file: where it has no input before that. */
  readonly menu?: readonly Selectors[];
  /** Largest file in bytes that any account may send; null: not known, or as each account or server has it. */
  readonly most: number | null;
  /**
   * The element of a message that stands for an uploaded file, and in it the link to the file, or what saves it when it is
   * pressed. No link: the page opens the file elsewhere, and the person downloads it by hand.
   */
  readonly attachment: Selectors;
  readonly link: Selectors;
  /** What sends a file that was chosen, where a dialog asks first; left out: what sends messages does it too. */
  readonly confirm?: Selectors;
  /** What shows beside the box that a file waits to be sent, where the file's name may not stand there. */
  readonly card?: Selectors;
  /** The address of an uploaded file, where the site puts it into the box to be sent as text. */
  readonly address?: RegExp;
};

export type SiteFacts = {
  /** Also names the network in the conversation id, so it is the same for everybody on it. */
  readonly id: string;
  readonly name: string;
  /** Hosts, exactly; a leading `*.` stands for one label or more. Empty: a product that people host themselves. */
  readonly hosts: readonly string[];
  /** What stands in the page of a product that people host themselves. */
  readonly product?: Selectors;
  /** `sourced`: first-party source or several recent ones. `fair`: one good source. `experimental`: thin, and said so. */
  readonly confidence: 'sourced' | 'fair' | 'experimental';
  /** Where the facts come from: repository and path, or thread; and how old the newest is. */
  readonly sources: readonly string[];
  readonly asOf: string;

  readonly surfaces: readonly SurfaceFacts[];
  /** The element that holds one message's whole text, and nothing of another's. */
  readonly text: Selectors;
  /** The row around it, with its state, time and menu. */
  readonly row: Selectors;
  /** Where the start of another message stands: a quote in a message, a row of the chat list, a pin, a search result. */
  readonly previews: Selectors;
  /** In a row: it is on its way still, or the site says that it failed. */
  readonly pending: Selectors;
  readonly failed: Selectors;
  /** In a row: the control that shows the rest of a long message. */
  readonly seeMore: Selectors;
  /** The box in which an old message is edited, and what saves it: null where the site has no edits. */
  readonly edit: {
    readonly box: Selectors;
    /** The nearest ancestor of the box that holds what saves; left out: the box alone is covered. */
    readonly area?: string;
    readonly save: Selectors;
    /** Left out: Escape cancels. */
    readonly cancel?: Selectors;
  } | null;

  readonly editor:
    'lexical' | 'slate' | 'quill' | 'draft' | 'prosemirror' | 'ckeditor' | 'contenteditable' | 'textarea';
  readonly insert: readonly InsertMethod[];
  /** What sends besides the button; `none`: only the button does. */
  readonly enter: 'enter' | 'control-enter' | 'setting' | 'none';
  /** Most characters in one message; null: not known. */
  readonly limit: number | null;
  /** Characters in one part of a message: below the limit, and below where the site folds long ones. */
  readonly part: number;
  /** Milliseconds between parts, so that a site does not take them for a flood. */
  readonly pace: number;
  /**
   * Whether ASCII armor can be written: line breaks survive, insertion and drawing, and so do `-----`, `=` and `+`. No
   * site with Markdown, lists or typographic dashes will do.
   */
  readonly newlines: boolean;
  /** Whether what stands in the box goes to the server before it is sent. */
  readonly drafts: 'server' | 'local' | 'unknown';
  /** `none`: the site has no uploads. `unknown`: it may have, and nothing was found of how. */
  readonly upload: UploadFacts | 'none' | 'unknown';
  readonly otherWays: readonly OtherWay[];
};
