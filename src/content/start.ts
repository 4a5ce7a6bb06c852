/** Starts Sotto in one document: finds which messenger it is, follows which chat is open, and stands up for each. */
import { guard, type Guarded } from './guard';
import { openChat, type OpenChatParts } from './open-chat';
import type { OpenChat, Site } from './site';
import { watchPage } from './list/watch-page';

/** Milliseconds that mutations are gathered before the page is looked at again. */
const SETTLE = 60;
/** Milliseconds between looks at which chat is open, when nothing in the page moves. */
const LOOK = 400;
/** A frame that the page removed comes back, but not in a race with it: so many times a minute. */
const MOST_RETURNS = 12;

const STARTED = Symbol.for('sotto started');

/** @param sites in order of preference; the first whose page this is serves it */
export function start(sites: readonly Site[]): void {
  // Switching a site on runs the script in tabs that are open, where it may stand already.
  if (STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const life = new AbortController();
  const guarded: Guarded = {
    area: null,
    host: null,
    inserting: false,
    focusComposer: () => undefined,
    lookAgain: () => follow(),
  };
  const { allowFocusAway } = guard(guarded, life.signal);
  let site: Site | null = null;
  let chat: OpenChat | null = null;
  let parts: OpenChatParts | null = null;
  let returns: number[] = [];

  const current = () => site?.chat() ?? null;
  const sameChat = (one: OpenChat | null, other: OpenChat | null) =>
    one?.conversation.site === other?.conversation.site &&
    one?.conversation.chat === other?.conversation.chat;

  const follow = () => {
    // A page in the making may look like any site at first: a better match takes over.
    site = sites.find((candidate) => candidate.detect()) ?? site;
    if (!site) return;
    const now = current();
    if (sameChat(now, chat)) {
      parts?.checkBox();
      return;
    }
    parts?.remove();
    parts = null;
    chat = now;
    if (now) stand(site, now);
  };

  const stand = (at: Site, open: OpenChat) => {
    parts = openChat({
      site: at,
      chat: open,
      guarded,
      sameChat: () => sameChat(open, current()),
      onLeave: allowFocusAway,
      onLost: () => {
        parts?.remove();
        parts = null;
        chat = null;
        const minute = performance.now() - 60_000;
        returns = [...returns.filter((time) => time > minute), performance.now()];
        if (returns.length <= MOST_RETURNS) follow();
      },
    });
    parts.checkBox();
    watcher.rescan();
  };

  const watcher = watchPage({
    root: () => (chat ? (site?.messageRoot() ?? null) : null),
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
  setInterval(follow, LOOK);
  follow();
}
