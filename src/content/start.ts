/** Starts Sotto in one document: finds which messenger it is, follows which chats are open, and stands up for each. */
import { browser } from '../platform/browser';
import { guard, letsThrough, type Guarded } from './guard';
import { openChat, type OpenChatParts } from './open-chat';
import { createTurns } from './turns';
import { handOver, onHandOver } from './hand-over';
import { watchHealth } from './health';
import { awaitPanel } from './await-panel';
import { isWritingIn, placeAround } from './panes';
import type { Editing, Place, Site } from './site';
import { standsIn } from './open-roots';
import { watchPage } from './list/watch-page';
import { load } from './chunks';
import type { Previews } from './previews';
import { removeOrphans } from './place-frame';
import { waitFor } from './wait-for';
import { watchWays } from './watch-ways';

/** Milliseconds that the composer waits for the messages on the screen, at most. */
const FIRST_LOOK = 600;
/** Milliseconds that mutations are gathered before the page is looked at again. */
const SETTLE = 60;
/** Milliseconds between looks at which chats are open, when nothing in the page moves. */
const LOOK = 400;
/** Looks in a row that may wait for what is being read. */
const MOST_PUT_OFF = 3;
/** Chats that are served at once, at most: a page could show any number. */
const MOST_PLACES = 12;
/** What stands up for one place, and the place as it was last seen. */
type Standing = {
  place: Place;
  readonly parts: OpenChatParts;
  isLooking: boolean;
  /** Read and written in the side panel. */
  readonly inPanel: boolean;
};

/** @param given in order of preference; the first whose page this is serves it */
export function start(given: readonly Site[]): void {
  // Switching a site on runs the script in tabs that are open, where it may stand already; and a product's own script
  // comes after the one that found the product.
  if (handOver(given)) return;
  let sites = given;
  removeOrphans();
  const life = new AbortController();
  let asleep = false;
  const guarded: Guarded = {
    covered: new Set(),
    inserting: false,
    onIntrusion: () => undefined,
    lookAgain: () => follow(),
  };
  const guarding = guard(guarded, life.signal);
  const turns = createTurns();
  const health = watchHealth();
  const panel = awaitPanel(() => follow(), life.signal);
  let site: Site | null = null;
  const standing = new Map<string, Standing>();

  const leave = (key: string) => {
    const gone = standing.get(key);
    gone?.parts.remove();
    if (gone?.inPanel) panel()?.serve(null);
    standing.delete(key);
  };

  const follow = () => {
    if (asleep || life.signal.aborted) return;
    if (isOrphaned()) {
      // Updated or removed while the page was open. The box stays guarded until a new script stands here instead.
      if (![...guarded.covered].some(({ host }) => host?.isConnected)) life.abort();
      return;
    }
    // A page in the making may look like any site at first: a better match takes over. A worse one does not while a chat
    // is open: a page that lost its product's mark would pass for a site where nothing was ever encrypted.
    const before = site && standing.size > 0 ? sites.indexOf(site) : sites.length;
    site = sites.slice(0, before).find((candidate) => candidate.detect()) ?? site;
    if (!site) return;
    wantPreviews();
    const places = site.places();
    health.look(site, places);
    const now = byKey(places);
    // A panel stands for the main chat. What stands in the page for it is another thing then, and is put up anew.
    const beside = panel()?.isOpen() ? now.keys().next().value : undefined;
    for (const [key, { inPanel }] of standing) {
      if (!now.has(key) || inPanel !== (key === beside)) leave(key);
    }
    const fresh: Standing[] = [];
    let isNew = false;
    for (const [key, place] of now) {
      const known = standing.get(key);
      isNew ||= known?.place.list !== place.list;
      if (!known) fresh.push(stand(site, key, place, key === beside));
      else {
        const { title } = place.chat;
        const isNamed = title !== '' && title !== known.place.chat.title;
        known.place = place;
        if (isNamed) known.parts.refresh();
        if (!known.isLooking) known.parts.checkBox();
      }
    }
    for (const { parts, place } of fresh) if (place.list) parts.readers.prepare(place.list);
    if (isNew) watcher.rescan();
    followEdits(site.edits?.() ?? []);
    // The messages first: two frames that start at once hold each other up, and nobody types in the first instant.
    for (const each of fresh) {
      void waitFor(() => !each.parts.readers.isReading(), FIRST_LOOK).then(() => {
        each.isLooking = false;
        each.parts.checkBox();
        return undefined;
      });
    }
  };

  /** An edited message is in the list of its chat or in its compose box; what stands outside all is of the main one. */
  const followEdits = (edits: readonly Editing[]) => {
    const main = all()[0];
    for (const each of all()) {
      const mine = edits.find(({ box }) => holds(each.place, box));
      const loose =
        each === main ? edits.find(({ box }) => !all().some((other) => holds(other.place, box))) : null;
      each.parts.checkEdit(mine ?? loose ?? null);
    }
  };

  const stand = (at: Site, key: string, place: Place, inPanel: boolean): Standing => {
    const parts = openChat({
      site: at,
      place,
      current: () => byKey(at.places()).get(key) ?? null,
      guarded,
      guard: guarding,
      turns,
      health,
      panel: inPanel ? panel() : null,
      onOff: () => {
        asleep = true;
        for (const other of standing.keys()) leave(other);
        guarding.release();
      },
      // What the page took away comes back, but not in a race with it.
      onReaderLost: () => setTimeout(watcher.rescan, LOOK),
      onLost: () => leave(key),
    });
    const mine: Standing = { place, parts, isLooking: true, inPanel };
    standing.set(key, mine);
    parts.guardBox();
    return mine;
  };

  const all = () => [...standing.values()];
  const watcher = watchPage({
    roots: () => {
      if (all().some(({ place }) => place.list?.isConnected === false)) follow();
      return all().flatMap(({ place }) => place.list ?? []);
    },
    islands: (list) => site?.islands?.(list) ?? [],
    isReading: () => all().some(({ parts }) => parts.readers.isReading()),
    isCutMessage: (element) => site?.isMessageText(element) ?? false,
    onFound: (list, found) => {
      for (const { element } of found) previews?.release(element);
      all()
        .find(({ place }) => place.list === list)
        ?.parts.found(found);
    },
    onChanged: (element) => {
      for (const { parts } of all()) parts.readers.changed(element);
    },
    onRemoved: () => {
      for (const { parts } of all()) parts.readers.removed();
    },
    onMutation: () => {
      for (const { parts } of all()) parts.readers.moved();
      soon();
    },
    signal: life.signal,
  });

  /** Whether the ciphertext in this element is a message's own. */
  const isRead = (element: Element, isWhole: boolean) => {
    const list = all().find(({ place }) => place.list && standsIn(element, place.list))?.place.list;
    if (!list || isWhole) return list !== undefined;
    for (let at: Element | null = element; at && at !== list; at = at.parentElement) {
      if (site?.isMessageText(at)) return true;
    }
    return false;
  };
  let previews: Previews | null = null;
  let hasAskedForPreviews = false;
  const wantPreviews = () => {
    if (hasAskedForPreviews) return;
    hasAskedForPreviews = true;
    load('previews')
      .then(({ watchPreviews }) => {
        if (!life.signal.aborted) previews = watchPreviews(isRead, life.signal);
        return undefined;
      })
      // Asked for again when the page is next looked at.
      .catch(() => (hasAskedForPreviews = false));
  };
  watchWays({
    wayOf: (element) => site?.wayOf?.(element) ?? null,
    tellerFor: (path) => {
      const around = placeAround(all(), path);
      // Menus and dialogs stand outside all panes: they are answered for by the first chat that is encrypted.
      return around
        ? around.parts.tell()
        : (all()
            .map(({ parts }) => parts.tell())
            .find((tell) => tell) ?? null);
    },
    isInChat: (path) => {
      // While ciphertext is put in, the guard lets through nothing else.
      if (guarded.inserting) return false;
      const around = placeAround(all(), path);
      return around !== null && isWritingIn(around.place, path);
    },
    isLet: (event) => guarded.inserting || letsThrough(guarded, event),
    signal: life.signal,
  });

  let putOff = 0;
  /** What is on the screen is read first, and the next look is not far; but a page that is read for ever is looked at. */
  const followInTurn = () => {
    const waits = putOff < MOST_PUT_OFF && all().some(({ parts }) => parts.readers.isReading());
    putOff = waits ? putOff + 1 : 0;
    if (!waits) follow();
  };
  let queued = false;
  const soon = () => {
    if (queued) return;
    queued = true;
    setTimeout(() => {
      queued = false;
      followInTurn();
    }, SETTLE);
  };
  onHandOver((more) => {
    asleep = false;
    const fresh = more.filter(({ id }) => !sites.some((known) => known.id === id));
    sites = [...fresh, ...sites];
    follow();
  });
  document.addEventListener('readystatechange', followInTurn, { signal: life.signal });
  const timer = setInterval(followInTurn, LOOK);
  life.signal.addEventListener('abort', () => clearInterval(timer));
  follow();
}

function holds({ writing, list }: Place, box: HTMLElement): boolean {
  return box === writing?.box || (list?.contains(box) ?? false);
}

/** One chat may stand in two places, as a channel and a thread of it do: the second has a key of its own. */
function byKey(places: readonly Place[]): Map<string, Place> {
  const keyed = new Map<string, Place>();
  for (const place of places.slice(0, MOST_PLACES)) {
    const { site, chat } = place.chat.conversation;
    let key = JSON.stringify([site, chat]);
    while (keyed.has(key)) key += '+';
    keyed.set(key, place);
  }
  return keyed;
}

/** Whether the extension that this script came from is gone: updated, reloaded or removed. */
function isOrphaned(): boolean {
  try {
    return browser.runtime.id === undefined;
  } catch {
    return true;
  }
}
