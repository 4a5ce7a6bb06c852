/** Starts Sotto in one document: finds which messenger it is, follows which chat is open, and stands up for each. */
import { browser } from '../platform/browser';
import { guard, type Guarded } from './guard';
import { openChat, type OpenChatParts } from './open-chat';
import type { OpenChat, Site } from './site';
import { watchPage } from './list/watch-page';
import { removeOrphans } from './place-frame';
import { waitFor } from './wait-for';

/** Milliseconds that the composer waits for the messages on the screen, at most. */
const FIRST_LOOK = 600;
/** Milliseconds that mutations are gathered before the page is looked at again. */
const SETTLE = 60;
/** Milliseconds between looks at which chat is open, when nothing in the page moves. */
const LOOK = 400;
/** Where a document keeps how to wake what was started in it. */
const STARTED = Symbol.for('sotto started');
const started = globalThis as { [STARTED]?: () => void };

/** @param sites in order of preference; the first whose page this is serves it */
export function start(sites: readonly Site[]): void {
  // Switching a site on runs the script in tabs that are open, where it may stand already.
  if (started[STARTED]) {
    started[STARTED]();
    return;
  }
  removeOrphans();
  const life = new AbortController();
  let asleep = false;
  let isLooking = false;
  const guarded: Guarded = {
    covered: new Set(),
    inserting: false,
    onIntrusion: () => undefined,
    lookAgain: () => follow(),
  };
  const guarding = guard(guarded, life.signal);
  let site: Site | null = null;
  let chat: OpenChat | null = null;
  let parts: OpenChatParts | null = null;

  const current = () => site?.chat() ?? null;
  const sameChat = (one: OpenChat | null, other: OpenChat | null) =>
    one?.conversation.site === other?.conversation.site &&
    one?.conversation.chat === other?.conversation.chat;

  const leaveChat = () => {
    parts?.remove();
    parts = null;
    chat = null;
  };

  const follow = () => {
    if (asleep || life.signal.aborted) return;
    if (isOrphaned()) {
      // Updated or removed while the page was open. The box stays guarded until a new script stands here instead.
      if (![...guarded.covered].some(({ host }) => host?.isConnected)) life.abort();
      return;
    }
    // A page in the making may look like any site at first: a better match takes over.
    site = sites.find((candidate) => candidate.detect()) ?? site;
    if (!site) return;
    const now = current();
    if (sameChat(now, chat)) {
      if (chat && now && now.title !== '' && now.title !== chat.title) {
        chat.title = now.title;
        parts?.refresh();
      }
      if (!isLooking) parts?.checkBox();
      return;
    }
    leaveChat();
    chat = now;
    if (now) stand(site, now);
  };

  const stand = (at: Site, open: OpenChat) => {
    parts = openChat({
      site: at,
      chat: open,
      guarded,
      sameChat: () => sameChat(open, current()),
      guard: guarding,
      onOff: () => {
        asleep = true;
        leaveChat();
        guarding.release();
      },
      // What the page took away comes back, but not in a race with it.
      onReaderLost: () => setTimeout(watcher.rescan, LOOK),
      onLost: leaveChat,
    });
    parts.guardBox();
    watcher.rescan();
    // The messages first: two frames that start at once hold each other up, and nobody types in the first instant.
    const { checkBox } = parts;
    isLooking = true;
    void waitFor(() => !(parts?.readers.isReading() ?? false), FIRST_LOOK).then(() => {
      isLooking = false;
      checkBox();
      return undefined;
    });
  };

  const watcher = watchPage({
    root: () => (chat ? (site?.messageRoot() ?? null) : null),
    isReading: () => parts?.readers.isReading() ?? false,
    isCutMessage: (element) => site?.isMessageText(element) ?? false,
    onFound: (found) => parts?.readers.found(found),
    onChanged: (element) => parts?.readers.changed(element),
    onMutation: () => {
      parts?.readers.moved();
      soon();
    },
    signal: life.signal,
  });

  let queued = false;
  const soon = () => {
    if (queued) return;
    queued = true;
    setTimeout(() => {
      queued = false;
      follow();
    }, SETTLE);
  };
  started[STARTED] = () => {
    asleep = false;
    follow();
  };
  document.addEventListener('readystatechange', follow, { signal: life.signal });
  const timer = setInterval(follow, LOOK);
  life.signal.addEventListener('abort', () => clearInterval(timer));
  follow();
}

/** Whether the extension that this script came from is gone: updated, reloaded or removed. */
function isOrphaned(): boolean {
  try {
    return browser.runtime.id === undefined;
  } catch {
    return true;
  }
}
