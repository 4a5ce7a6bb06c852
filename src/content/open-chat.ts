/** Everything of ours that stands in the page for one open chat: its composer and its readers. Ends with the chat. */
import { ask } from '../protocol/ask';
import { placeComposer, type Composer } from './composer';
import type { Guarded } from './guard';
import { createReaders, type Readers } from './readers';
import { sendParts } from './send';
import type { OpenChat, Site } from './site';

/** Milliseconds after which a core that did not answer is asked again; what was covered stays covered. */
const ASK_AGAIN = 1000;

export type OpenChatParts = {
  readonly readers: Readers;
  /** The compose box may have appeared, gone or been drawn anew. */
  readonly checkBox: () => void;
  readonly remove: () => void;
};

export function openChat(options: {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly guarded: Guarded;
  readonly sameChat: () => boolean;
  readonly onLeave: () => void;
  readonly onLost: () => void;
}): OpenChatParts {
  const { site, chat, guarded } = options;
  const life = new AbortController();
  let composer: Composer | null = null;
  let box: HTMLElement | null = null;
  let sending: Promise<void> = Promise.resolve();

  /** One message at a time, in the order written, since there is one box. */
  const send = (parts: readonly string[], progress: (part: number, total: number) => void): Promise<void> => {
    const context = {
      site,
      sameChat: () => !life.signal.aborted && options.sameChat(),
      delivery: readers.delivery,
      inserting: (on: boolean) => {
        if (guarded.inserting === on) return;
        guarded.inserting = on;
        if (!on) composer?.settle();
      },
      progress,
      signal: life.signal,
    };
    const mine = sending.then(() => sendParts(context, parts));
    sending = mine.catch(() => undefined);
    return mine;
  };

  /** Looks the chat up again. Until the core has answered, a covered box stays covered. */
  const refresh = async () => {
    const state = await ask('chat.look', { conversation: chat.conversation, title: chat.title });
    if (!life.signal.aborted) composer?.update(state);
  };
  const refreshSafely = () => {
    refresh().catch(() => {
      if (!life.signal.aborted) setTimeout(refreshSafely, ASK_AGAIN);
    });
  };

  const readers = createReaders({
    site,
    chat,
    send: (parts) => send(parts, () => undefined),
    onRefresh: refreshSafely,
    onLost: options.onLost,
  });

  const checkBox = () => {
    if (box?.isConnected && composer?.host.isConnected) return;
    const found = site.composeBox();
    if (!found || life.signal.aborted) return;
    composer?.remove();
    box = found;
    composer = placeComposer({
      site,
      chat,
      box: found,
      guarded,
      send,
      onLeave: options.onLeave,
      onRefresh: refreshSafely,
      onLost: options.onLost,
    });
    refreshSafely();
  };

  return {
    readers,
    checkBox,
    remove: () => {
      life.abort();
      composer?.remove();
      readers.remove();
    },
  };
}
