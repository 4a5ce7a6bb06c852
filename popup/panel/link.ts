/** The panel's end of the port to one tab. It comes back by itself: pages are reloaded, scripts arrive late. */
import * as v from 'valibot';
import { browser } from '../../src/platform/browser';
import { ask } from '../../src/protocol/ask';
import { SottoError } from '../../src/protocol/errors';
import type { ReplyBody } from '../../src/protocol/core';
import { PANEL_PORT } from '../../src/protocol/panel-port';
import { toPanel, type FromPanel, type PanelChat, type ToPanel } from '../../src/protocol/panel';
import { randomNonce } from '../../src/frames/random-nonce';
import type { ConversationKey } from '../../src/protocol/shapes';

export type TabLook = ReplyBody<'panel.look'>;
export type Found =
  | { readonly kind: 'none'; readonly look: TabLook }
  | { readonly kind: 'chat'; readonly look: TabLook; readonly chat: PanelChat };
export type PageList = Extract<ToPanel, { type: 'list' }>['items'];

export type TabLink = {
  /** As the composer's send: settles when the message stands in the page's list. Throws SottoError. */
  readonly send: (
    conversation: ConversationKey,
    parts: readonly string[],
    progress: (part: number, total: number) => void,
  ) => Promise<void>;
  readonly need: (ids: readonly number[]) => void;
  readonly earlier: () => void;
  /** As the composer's `onCopied`. */
  readonly copied: (wire: string | null) => Promise<void>;
  readonly end: () => void;
};

/** Milliseconds until a tab in which nothing was found is looked at again. */
const AGAIN = 700;

type Waiting = {
  readonly progress: (part: number, total: number) => void;
  readonly done: () => void;
  readonly fail: (failure: SottoError) => void;
};

export function linkTab(
  tab: number,
  { onFound, onList }: { onFound: (found: Found) => void; onList: (items: PageList) => void },
): TabLink {
  const waiting = new Map<string, Waiting>();
  let port: ReturnType<typeof browser.tabs.connect> | null = null;
  let ended = false;
  /** What the tab's script says is open, which the core has to confirm. */
  let told: PanelChat | null = null;
  /** The core has confirmed it: only then does a list belong to a chat. */
  let isConfirmed = false;
  let looks = 0;

  const post = (message: FromPanel) => port?.postMessage(message);

  const connect = (frameId: number) => {
    const mine = browser.tabs.connect(tab, { name: PANEL_PORT, frameId });
    port = mine;
    mine.onMessage.addListener((message: unknown) => {
      const parsed = v.safeParse(toPanel, message);
      if (parsed.success && port === mine) hear(parsed.output);
    });
    mine.onDisconnect.addListener(() => {
      if (port !== mine) return;
      port = null;
      told = null;
      // It may have left before or after: nobody saw it.
      for (const { fail } of waiting.values()) fail(new SottoError('site_not_sent'));
      waiting.clear();
      void look();
    });
  };

  const hear = (word: ToPanel) => {
    switch (word.type) {
      case 'chat':
        told = word.chat;
        isConfirmed = false;
        void look();
        return;
      case 'list':
        if (isConfirmed) onList(word.items);
        return;
      case 'progress':
        waiting.get(word.ticket)?.progress(word.part, word.total);
        return;
      case 'sent':
        waiting.get(word.ticket)?.done();
        waiting.delete(word.ticket);
        return;
      case 'failed':
        waiting.get(word.ticket)?.fail(new SottoError(word.code, word.detail));
        waiting.delete(word.ticket);
        return;
    }
  };

  /** The core knows which chats the tab's scripts may speak for: only such a one is shown. */
  const look = async () => {
    looks += 1;
    const mine = looks;
    const current = await ask('panel.look', { tab }).catch(() => null);
    if (ended || mine !== looks) return;
    const chat = told;
    if (current) {
      const isOpen = current.open.some(({ conversation }) => chat && isSame(conversation, chat.conversation));
      if (chat && isOpen) {
        onFound({ kind: 'chat', look: current, chat });
        isConfirmed = true;
        // What was listed before it was confirmed.
        post({ type: 'need', ids: [] });
        return;
      }
      onFound({ kind: 'none', look: current });
      const frame = current.open.at(-1)?.frame ?? 0;
      if (!port && current.site?.on !== false) connect(frame);
    }
    setTimeout(() => {
      if (!ended && mine === looks) void look();
    }, AGAIN);
  };
  void look();

  return {
    send: (conversation, parts, progress) =>
      new Promise((resolve, reject) => {
        if (!port) {
          reject(new SottoError('site_no_box'));
          return;
        }
        const ticket = randomNonce();
        waiting.set(ticket, { progress, done: resolve, fail: reject });
        post({ type: 'send', ticket, conversation, parts: [...parts] });
      }),
    need: (ids) => post({ type: 'need', ids: [...ids] }),
    copied: (wire) =>
      new Promise((resolve) => {
        const ticket = randomNonce();
        if (wire !== null)
          waiting.set(ticket, { progress: () => undefined, done: resolve, fail: () => undefined });
        post({ type: 'copied', ticket, wire });
      }),
    earlier: () => post({ type: 'earlier' }),
    end: () => {
      ended = true;
      port?.disconnect();
      port = null;
    },
  };
}

function isSame(a: ConversationKey, b: ConversationKey): boolean {
  return a.site === b.site && a.chat === b.chat;
}
