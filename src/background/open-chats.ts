/** Which chat each tab has open, as its content script last said: for the popup. */
import * as v from 'valibot';
import { chatTitle, conversationKey, type ConversationKey } from '../protocol/shapes';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

const openChat = v.strictObject({
  tab: v.number(),
  origin: v.string(),
  conversation: conversationKey,
  title: chatTitle,
});
type OpenChat = v.InferOutput<typeof openChat>;

const MOST_TABS = 100;

export type OpenChats = {
  readonly note: (chat: OpenChat) => Promise<void>;
  /** Null if no content script there looked one up. */
  readonly inTab: (tab: number) => Promise<OpenChat | null>;
  /** The chat that was looked at last, in whichever tab: for our own pages, which stand in a tab of their own. */
  readonly latest: () => Promise<OpenChat | null>;
  /** What the messenger last called this chat, or an empty string. */
  readonly titleOf: (conversation: ConversationKey) => Promise<string>;
  readonly forgetTab: (tab: number) => Promise<void>;
  /** For a lock: who writes to whom is not to be read from the browser's memory then. */
  readonly forgetTitles: () => Promise<void>;
};

export function createOpenChats(session: Platform['session']): OpenChats {
  const chats = sessionCell<readonly OpenChat[]>(session, 'openChats', v.array(openChat), []);
  const isSame = (a: ConversationKey, b: ConversationKey) => a.site === b.site && a.chat === b.chat;
  return {
    note: (chat) =>
      chats.update((list) => {
        const last = list.at(-1);
        const isKnown =
          last?.tab === chat.tab && last.title === chat.title && isSame(last.conversation, chat.conversation);
        if (isKnown && last.origin === chat.origin) return [list, undefined];
        const others = list.filter(({ tab }) => tab !== chat.tab);
        return [[...others.slice(1 - MOST_TABS), chat], undefined];
      }),
    inTab: async (tab) => (await chats.get()).find((entry) => entry.tab === tab) ?? null,
    latest: async () => (await chats.get()).at(-1) ?? null,
    titleOf: async (key) =>
      (await chats.get()).findLast(({ conversation }) => isSame(conversation, key))?.title ?? '',
    forgetTab: (tab) => chats.update((list) => [list.filter((entry) => entry.tab !== tab), undefined]),
    forgetTitles: () => chats.update((list) => [list.map((chat) => ({ ...chat, title: '' })), undefined]),
  };
}
