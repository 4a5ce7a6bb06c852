/**
 * The notifications that stand now, one for each chat: the newest message takes the place of the one before. The page
 * hears nothing of them. The permission for them comes and goes while the core runs.
 */
import * as v from 'valibot';
import { conversationKey, type ConversationKey } from '../../protocol/shapes';
import { randomNonce } from '../bytes';
import type { Platform } from '../platform';
import { sessionCell } from '../session-cell';

const standing = v.strictObject({
  /** Random: what the browser calls it says nothing. */
  id: v.string(),
  tab: v.number(),
  conversation: conversationKey,
});
type Standing = v.InferOutput<typeof standing>;

/** Notifications that are kept track of. */
const MOST = 50;

export type Words = { readonly title: string; readonly message: string };

export type Notifications = {
  /** Whether the person allowed them, and the browser gives them. */
  readonly areAllowed: () => Promise<boolean>;
  /** Whether one stands for this chat, or for any (null). */
  readonly stands: (conversation: ConversationKey | null) => Promise<boolean>;
  /** In the place of the one that stands for this chat. Nothing, once everything has been cleared since `turn`. */
  readonly show: (at: Omit<Standing, 'id'>, words: Words, turn: Turn) => Promise<void>;
  /** To be taken before what is to be shown is decrypted. */
  readonly turn: () => Turn;
  /** The person looks at this chat. */
  readonly clear: (conversation: ConversationKey) => Promise<void>;
  readonly clearTab: (tab: number) => Promise<void>;
  readonly clearAll: () => Promise<void>;
  /** Brings the chat to the front. */
  readonly onClicked: (id: string) => Promise<void>;
  readonly onClosed: (id: string) => Promise<void>;
};

declare const turnBrand: unique symbol;
export type Turn = number & { readonly [turnBrand]: true };

export function createNotifications(platform: Platform): Notifications {
  const { session, tabs, windows, permissions, runtime } = platform;
  const list = sessionCell<readonly Standing[]>(session, 'notifications', v.array(standing), []);
  let turns = 0;

  const isFor =
    ({ site, chat }: ConversationKey) =>
    (one: Standing) =>
      one.conversation.site === site && one.conversation.chat === chat;

  const remove = async (isGone: (one: Standing) => boolean) => {
    const gone = await list.update((before) => [before.filter((one) => !isGone(one)), before.filter(isGone)]);
    await Promise.all(gone.map(async ({ id }) => platform.notifications()?.clear(id)));
  };

  return {
    areAllowed: async () =>
      platform.notifications() !== null && (await permissions.contains({ permissions: ['notifications'] })),
    stands: async (conversation) => (await list.get()).some(conversation ? isFor(conversation) : () => true),
    turn: () => turns as Turn,
    show: async (at, { title, message }, turn) => {
      const browsers = platform.notifications();
      if (!browsers || turn !== turns) return;
      const { id, over } = await list.update((before) => {
        // Under a name of its own: of one that is replaced under its name, Firefox says that the new one was closed.
        const one = { ...at, id: randomNonce() };
        const others = before.filter((other) => !isFor(at.conversation)(other));
        const kept = [...others, one].slice(-MOST);
        return [kept, { id: one.id, over: before.filter((other) => !kept.includes(other)) }];
      });
      for (const old of over) await browsers.clear(old.id);
      const iconUrl = runtime.getURL('icons/128.png');
      await browsers.create(id, { type: 'basic', iconUrl, title, message });
      // Locked while it was being put up.
      if (turn !== turns) await browsers.clear(id);
    },
    clear: async (conversation) => {
      if ((await list.get()).some(isFor(conversation))) await remove(isFor(conversation));
    },
    clearTab: (tab) => remove((one) => one.tab === tab),
    clearAll: () => {
      turns += 1;
      return remove(() => true);
    },
    onClicked: async (id) => {
      const one = (await list.get()).find((entry) => entry.id === id);
      await remove((entry) => entry.id === id);
      if (!one) return;
      const tab = await tabs.update(one.tab, { active: true });
      if (tab.windowId !== undefined) await windows.update(tab.windowId, { focused: true });
    },
    onClosed: (id) => list.update((before) => [before.filter((one) => one.id !== id), undefined]),
  };
}
