/** Everything of ours that stands in the page for one open chat: its composer and its readers. Ends with the chat. */
import { ask } from './ask';
import { load } from './chunks';
import { toErrorCode } from '../protocol/errors';
import { placeComposer, type Composer } from './composer';
import type { Covered, Guard, Guarded } from './guard';
import type { HealthWatch } from './health';
import type { WireElement } from './list/find-wires';
import type { PanelLink } from './panel-link';
import { scrollerOf } from './list/scroller';
import { createReaders, type Readers } from './readers';
import type { Edits } from './edits';
import type { Editing, OpenChat, Place, Site, Writing } from './site';
import { isOpenWay, type OpenWay, type Way } from '../protocol/ways';
import type { Turns } from './turns';

/** Composers put up for one chat within a minute, at most. */
const MOST_PLACEMENTS = 15;
/** Milliseconds after which a core that did not answer is asked again; what was covered stays covered. */
const ASK_AGAIN = 1000;

/** Milliseconds between looks for a message that the person pastes by hand. */
const LOOK_FOR_PASTED = 300;

export type OpenChatParts = {
  readonly readers: Readers;
  /** Ciphertext that stands in this chat's list. */
  readonly found: (found: readonly WireElement[]) => void;
  /** Stops typing in the box until it is known whether this chat is encrypted. */
  readonly guardBox: () => void;
  /** The compose box may have appeared, gone or been drawn anew. */
  readonly checkBox: () => void;
  /** The site has an old message edited, or no more (null). */
  readonly checkEdit: (editing: Editing | null) => void;
  /** Tells the person that something was stopped from leaving this chat, or goes by; null where nothing is encrypted. */
  readonly tell: () => ((way: Way | OpenWay) => void) | null;
  /** Tells the core what the chat is called now, and asks how it stands. */
  readonly refresh: () => void;
  readonly remove: () => void;
};

type Send = (parts: readonly string[], progress: (part: number, total: number) => void) => Promise<void>;

export function openChat(options: {
  readonly site: Site;
  readonly place: Place;
  /** The same chat's place as it stands in the page now; null once it is open no more. */
  readonly current: () => Place | null;
  readonly guarded: Guarded;
  readonly guard: Guard;
  readonly turns: Turns;
  readonly health: HealthWatch;
  /** The side panel in which this chat is read and written; null: it is here. */
  readonly panel: PanelLink | null;
  /** The person switched the site off. */
  readonly onOff: () => void;
  readonly onReaderLost: () => void;
  readonly onLost: () => void;
}): OpenChatParts {
  const { site, guarded, panel } = options;
  const { chat } = options.place;
  const life = new AbortController();
  let composer: Composer | null = null;
  let edits: Edits | null = null;
  let box: HTMLElement | null = null;
  /** Whether the core said that this chat is encrypted. */
  let isOn = false;
  const writing = (): Writing | null => options.current()?.writing ?? null;

  const sendFrom =
    (from: () => Writing | null, by: () => Composer | null): Send =>
    (parts, progress) => {
      let intruded = false;
      edits?.sending(parts);
      const context = {
        site,
        writing: from,
        sameChat: () => !life.signal.aborted && options.current() !== null,
        delivery: readers.delivery,
        inserting: (on: boolean) => {
          if (guarded.inserting === on) return;
          guarded.inserting = on;
          guarded.onIntrusion = () => {
            intruded = true;
            by()?.settle();
          };
          if (!on) by()?.settle();
        },
        intruded: () => intruded,
        moveOut: (text: string) => by()?.offer(text),
        progress,
        signal: life.signal,
      };
      return options.health.learn(
        options.turns(async () => (await load('writing')).sendParts(context, parts)),
      );
    };
  const send = sendFrom(writing, () => composer);

  /** Files take their turn with messages. */
  const upload = (name: string, file: Blob, signal: AbortSignal): Promise<void> => {
    const context = {
      site,
      current: () => (life.signal.aborted ? null : options.current()),
      inserting: (on: boolean) => {
        guarded.inserting = on;
        if (!on) composer?.settle();
      },
      signal: AbortSignal.any([life.signal, signal]),
    };
    return options.turns(async () => (await load('writing')).uploadFile(context, name, file));
  };

  /** Looks the chat up again. Until the core has answered, a covered box stays covered. */
  const refresh = async () => {
    const { conversation, title } = options.current()?.chat ?? chat;
    const state = await ask('chat.look', { conversation, title });
    if (life.signal.aborted) return;
    isOn = state.mode !== 'off';
    composer?.update(state);
    edits?.composer()?.update(state);
  };
  const refreshSafely = () => {
    refresh().catch((thrown: unknown) => {
      if (life.signal.aborted) return;
      if (toErrorCode(thrown).code === 'unknown_site') options.onOff();
      else setTimeout(refreshSafely, ASK_AGAIN);
    });
  };

  const beside = panel?.createReaders(site);
  const readers =
    beside ??
    createReaders({
      site,
      chat,
      send: (parts) => send(parts, () => undefined),
      onRefresh: refreshSafely,
      onLost: options.onReaderLost,
    });

  if (beside) {
    panel?.serve({
      site,
      chat,
      send,
      earlier: beside.earlier,
      copied: (wire) => {
        composer?.letPaste(wire !== null);
        return pasted(wire);
      },
    });
    // The core is to know that this tab has the chat open, also where no box for a composer is found.
    refreshSafely();
  }

  /** Guards a box that has no composer: not yet, or no more. */
  let bare: Covered | null = null;
  const guardBare = (found: Writing | null) => {
    if (bare) guarded.covered.delete(bare);
    bare = found && { area: found.area, host: null, focus: () => {}, onTheft: () => {} };
    if (bare) guarded.covered.add(bare);
  };

  let awaited: string | null = null;
  /** Settles when the message that the person pastes by hand stands in the list; never, if another takes its place. */
  const pasted = (wire: string | null): Promise<void> => {
    awaited = wire;
    return new Promise((done) => {
      const look = () => {
        if (wire === null || awaited !== wire || life.signal.aborted) return;
        if (readers.delivery(wire) === 'sent') done();
        else setTimeout(look, LOOK_FOR_PASTED);
      };
      look();
    });
  };

  let placements: number[] = [];
  const mayPlace = () => {
    const now = performance.now();
    placements = placements.filter((time) => now - time < 60_000);
    if (placements.length >= MOST_PLACEMENTS) return false;
    placements.push(now);
    return true;
  };

  const checkBox = () => {
    if (life.signal.aborted) return;
    composer?.tellHealth(options.health.state());
    const found = writing();
    if (!found || (found.box === box && composer?.host.isConnected)) return;
    if (!mayPlace()) {
      // A page that takes the composer away over and over gets no race: its box stays guarded without one.
      guardBare(found);
      return;
    }
    composer?.remove();
    guardBare(null);
    box = found.box;
    composer = put(found, send);
  };

  const put = (over: Writing, sendThere: Send, within: HTMLElement | null = null): Composer => {
    const placed = placeComposer({
      site,
      chat,
      writing: over,
      guarded,
      where: panel ? 'beside' : 'page',
      within,
      onCopied: (wire) => pasted(wire),
      send: sendThere,
      upload,
      guard: options.guard,
      turns: options.turns,
      onRefresh: refreshSafely,
      onCancel: () => edits?.cancel(),
      onLost: (reason) => (reason === 'unknown_site' ? options.onOff() : options.onLost()),
    });
    refreshSafely();
    return placed;
  };
  /** Until it is here, nothing is typed into a box of the chat that no composer covers (see watch-ways.ts). */
  const beginEdits = async () => {
    const { followEdits } = await load('writing');
    if (life.signal.aborted) return;
    edits ??= followEdits(
      () => composer && box && { composer, box },
      (editing) => {
        if (!mayPlace()) return null;
        const scroller = scrollerOf(editing.area);
        const over: Composer = put(
          editing,
          sendFrom(
            () => (editing.box.isConnected ? editing : null),
            () => over,
          ),
          scroller === document.body ? null : scroller,
        );
        return over;
      },
    );
  };

  const tellWay = (way: Way | OpenWay) => {
    if (!isOpenWay(way)) composer?.stopped(way);
    else if (composer && isFirst(chat, way)) composer.passed(way);
  };

  const opened = performance.now();
  const noteFound = async (found: readonly WireElement[]) => {
    const { noteArrivals } = await load('writing');
    const { conversation } = chat;
    noteArrivals({ conversation, opened, onBack: refreshSafely, signal: life.signal }, found);
  };

  return {
    readers,
    found: (found) => {
      readers.found(found);
      noteFound(found).catch(() => undefined);
    },
    guardBox: () => guardBare(options.place.writing),
    checkBox,
    checkEdit: (editing) => {
      if (isOn && editing && !edits) beginEdits().catch(() => undefined);
      edits?.check(isOn ? editing : null);
    },
    tell: () => (isOn ? tellWay : null),
    refresh: refreshSafely,
    remove: () => {
      life.abort();
      guardBare(null);
      edits?.remove();
      composer?.remove();
      readers.remove();
    },
  };
}

/** What people were told of in this document, by chat: a sentence said each time is one that nobody reads. */
const told = new Set<string>();

function isFirst({ conversation: { site, chat } }: OpenChat, way: OpenWay): boolean {
  const key = `${way} ${site} ${chat}`;
  const first = !told.has(key);
  told.add(key);
  return first;
}
