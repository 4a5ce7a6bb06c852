/** Which chat each tab has open, as its content script last said: for the popup. */
import * as v from 'valibot';
import { chatTitle, conversationKey, type ConversationKey } from '../protocol/shapes';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

const openChat = v.strictObject({
  tab: v.number(),
  /** The frame of the tab that the messenger runs in. */
  frame: v.number(),
  origin: v.string(),
  conversation: conversationKey,
  title: chatTitle,
});
type OpenChat = v.InferOutput<typeof openChat>;

/** Chats kept in all, and of one tab: some messengers show several at once. */
const MOST_CHATS = 200;
const MOST_IN_TAB = 8;

export type OpenChats = {
  readonly note: (chat: OpenChat) => Promise<void>;
  /** The chats that content scripts there looked up since the tab came to this origin, the last one last. */
  readonly inTab: (tab: number) => Promise<readonly OpenChat[]>;
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
        if (isKnown && last.origin === chat.origin && last.frame === chat.frame) return [list, undefined];
        const here = list.filter(
          ({ tab, origin, conversation }) =>
            tab === chat.tab && origin === chat.origin && !isSame(conversation, chat.conversation),
        );
        const elsewhere = list.filter(({ tab }) => tab !== chat.tab);
        const kept = [...elsewhere, ...here.slice(1 - MOST_IN_TAB)];
        return [[...kept.slice(1 - MOST_CHATS), chat], undefined];
      }),
    inTab: async (tab) => (await chats.get()).filter((entry) => entry.tab === tab),
    latest: async () => (await chats.get()).at(-1) ?? null,
    titleOf: async (key) =>
      (await chats.get()).findLast(({ conversation }) => isSame(conversation, key))?.title ?? '',
    forgetTab: (tab) => chats.update((list) => [list.filter((entry) => entry.tab !== tab), undefined]),
    forgetTitles: () => chats.update((list) => [list.map((chat) => ({ ...chat, title: '' })), undefined]),
  };
}
