/** A messenger to talk in, as journeys see it: the demo and Converse.js with Prosody are the same to them. */
export interface Messenger {
  readonly name: string;
  readonly url: string;
  /** The chat with the other one, as this user sees it, logged in. */
  chatUrl(user: 'alice' | 'bob'): string;
  /** CSS selector of the scrolling message list. */
  readonly scroller: string;
  /** CSS selector of the messenger's own compose box. */
  readonly box: string;
  /** Everything that ever reached the server, as it came. */
  received(): Promise<string>;
  close(): Promise<void>;
}
