/**
 * One reader frame for one scrolling list of messages (DESIGN section 4): as tall as the stretch that is near the
 * screen, child of the scroller so that it scrolls with it, and cut to the messages' places so that all else in the
 * list stays the page's.
 */
import * as v from 'valibot';
import { toErrorCode } from '../../protocol/errors';
import { fromReader, type FromReader, type Place, type ToReader } from '../../protocol/port';
import type { Look } from '../../protocol/shapes';
import { load } from '../chunks';
import { placeFrame, setImportant, type PlacedFrame } from '../place-frame';
import type { OpenChat, Site } from '../site';
import { fitSqueezed, makeAnchors, measureRooms, NEAR_SCREENS, setSize, type Anchor } from './anchor';
import type { WireElement } from './find-wires';
import { clipPath, isIn, stretchFor, type Rect, type Stretch } from './geometry';
import type { KnownSizes } from './known-sizes';
import type { Prompts, PromptSend } from './prompts';
import { keepEnd } from './scroller';
import { attachTo, originOf, rectFrom, screenOf } from './stand-in-list';

export type ListReaderOptions = {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly scroller: HTMLElement;
  readonly sizes: KnownSizes;
  readonly send: PromptSend;
  readonly onRefresh: () => void;
  readonly onLost: () => void;
};

export type ListReader = {
  readonly add: (found: readonly WireElement[]) => void;
  /** The elements in the list that hold this ciphertext. */
  readonly find: (wire: string) => readonly HTMLElement[];
  readonly anchorOf: (element: Element) => Anchor | undefined;
  /** Whether something on the screen waits to be read. */
  readonly isReading: () => boolean;
  /** Gives the element back to the page as it was. */
  readonly drop: (element: HTMLElement) => void;
  /** Does that with all that the page took out: it may put them back with another message in them. */
  readonly dropGone: () => void;
  /** Something in the list may have moved. */
  readonly moved: () => void;
  readonly remove: () => void;
};

/** Places given to the frame at once, at most: its schema takes no more. */
const MOST_PLACES = 1500;
/** Looks that one list may mix: own and others' bubbles, replies. */
const MOST_LOOKS = 16;

/** Milliseconds without a change of width after which the room of every message is measured anew. */
const SETTLE = 150;

export function createListReader(options: ListReaderOptions): ListReader {
  const { site, chat, scroller, sizes } = options;
  const anchors = new Map<Element, Anchor>();
  const byId = new Map<number, Anchor>();
  const given = new Set<number>();
  const life = new AbortController();
  let stretch: Stretch | null = null;
  let scheduled = false;
  let lastPlaces = '';
  let isWaiting = true;

  const frame: PlacedFrame = placeFrame(
    'reader',
    { conversation: chat.conversation, title: chat.title, limit: site.limit, newlines: site.newlines },
    (host) => attachTo(scroller, host),
    (message) => {
      const parsed = v.safeParse(fromReader, message);
      if (!parsed.success) return;
      switch (parsed.output.type) {
        case 'sizes':
          resize(parsed.output.sizes);
          return;
        case 'need':
          for (const id of parsed.output.ids) given.delete(id);
          lastPlaces = '';
          schedule();
          return;
        case 'fetch':
        case 'fetchEnd':
          void fetchFile(parsed.output);
          return;
        case 'refresh':
          options.onRefresh();
          return;
      }
    },
    () => {
      remove();
      options.onLost();
    },
  );
  const fetchFile = async (asked: Extract<FromReader, { type: 'fetch' | 'fetchEnd' }>) => {
    try {
      const { answerFetch } = await load('writing');
      await answerFetch(site, scroller, asked, (answer) => frame.post(answer), life.signal);
    } catch (thrown) {
      frame.post({ type: 'noFile', ticket: asked.ticket, failure: toErrorCode(thrown) });
    }
  };
  let prompts: Prompts | null = null;
  const wantPrompt = async (anchor: Anchor) => {
    const { showPrompts } = await load('writing');
    if (life.signal.aborted || !byId.has(anchor.id)) return;
    prompts ??= showPrompts({
      ...options,
      isShown: (id) => byId.has(id),
      moved: () => {
        end.keep();
        schedule();
      },
    });
    prompts.want(anchor);
  };

  const nearness = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const anchor = anchors.get(entry.target);
        if (anchor) anchor.near = entry.isIntersecting;
      }
      schedule();
    },
    { root: scroller === document.body ? null : scroller, rootMargin: `${NEAR_SCREENS * 100}% 0px` },
  );
  const end = keepEnd(scroller, life.signal);
  let listWidth = scroller.clientWidth;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const resizes = new ResizeObserver(() => {
    // The composer grew, or the window shrank: who read the last message goes on reading it.
    end.keep();
    schedule();
    if (Math.abs(scroller.clientWidth - listWidth) < 2) return;
    listWidth = scroller.clientWidth;
    clearTimeout(settling);
    settling = setTimeout(() => {
      settling = undefined;
      measureAnew();
    }, SETTLE);
  });
  resizes.observe(scroller);

  const schedule = () => {
    if (scheduled || life.signal.aborted) return;
    scheduled = true;
    // Nothing is drawn in the background, where messages are to be read all the same.
    (document.hidden ? setTimeout : requestAnimationFrame)(() => {
      scheduled = false;
      if (!life.signal.aborted) synchronise();
    });
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      scheduled = false;
      schedule();
    },
    { signal: life.signal },
  );

  const synchronise = () => {
    dropGone();
    for (const anchor of anchors.values()) {
      if (anchor.near && !anchor.placeholder.isIntact()) anchor.placeholder.set(anchor.size);
    }
    if (!frame.host.isConnected) attachTo(scroller, frame.host);
    const near = [...anchors.values()].filter((anchor) => anchor.near).slice(-MOST_PLACES);
    if (settling === undefined) fitSqueezed(near);
    const origin = originOf(frame.host, stretch);
    const rects = near.map((anchor) => ({ anchor, rect: rectFrom(anchor.element, origin) }));
    const shown = rects.filter(({ rect }) => rect.width > 0 && rect.height > 0);
    shown.sort((one, other) => one.rect.y - other.rect.y || one.rect.x - other.rect.x);
    stretch = stretchFor(
      shown.map(({ rect }) => rect),
      stretch,
    );
    place(shown, stretch, screenOf(scroller, origin));
    prompts?.place(shown.filter(({ anchor }) => anchor.kind === 'prompt'));
  };

  const place = (
    shown: readonly { anchor: Anchor; rect: Rect }[],
    { top, height }: Stretch,
    screen: Stretch,
  ) => {
    // A card has a frame of its own: there the reader is not to be seen. Nor where it may show still what stood there before.
    const holes = shown
      .filter(({ anchor }) => anchor.kind === 'text' && anchor.read)
      .map(({ rect }) => ({ ...rect, y: rect.y - top }));
    setImportant(frame.host, {
      position: 'absolute',
      left: '0',
      top: `${top}px`,
      width: `${scroller.clientWidth}px`,
      height: `${height}px`,
      clipPath: clipPath(holes),
      zIndex: '3',
    });
    const looks: Look[] = [];
    const lookIndex = (look: Look) => {
      const at = looks.indexOf(look);
      if (at >= 0) return at;
      if (looks.length < MOST_LOOKS) return looks.push(look) - 1;
      return 0;
    };
    // What is on the screen is read first: the rest waits until all of that has been.
    isWaiting = shown.some(({ anchor, rect }) => !anchor.read && isIn(rect, screen));
    const geometry = shown.map(({ anchor, rect }): Place => ({
      id: anchor.id,
      x: rect.x,
      y: rect.y - top,
      width: anchor.room,
      look: lookIndex(anchor.look),
      near: !isWaiting || anchor.read || isIn(rect, screen),
    }));
    const fingerprint = JSON.stringify(geometry);
    if (fingerprint === lastPlaces) return;
    lastPlaces = fingerprint;
    const places = geometry.map((entry) => {
      const wire = byId.get(entry.id)?.wire;
      if (given.has(entry.id) || wire === undefined) return entry;
      given.add(entry.id);
      return { ...entry, wire };
    });
    const message: ToReader = { type: 'places', looks, places };
    frame.post(message);
  };

  const resize = (
    entries: readonly { id: number; width: number; height: number; kind: 'text' | 'prompt' }[],
  ) => {
    for (const { id, width, height, kind } of entries) {
      const anchor = byId.get(id);
      if (!anchor) continue;
      anchor.kind = kind;
      anchor.read = true;
      if (kind === 'prompt') {
        // Without it the reader's own line says that somebody invites.
        wantPrompt(anchor).catch(() => undefined);
        continue;
      }
      prompts?.unwant(id);
      setSize(anchor, { width, height });
      sizes.set(anchor.wire, anchor.size);
    }
    // The frame may come to be looked at in this very task: one more layout, but text never lags a frame behind.
    synchronise();
    end.keep();
  };

  const measureAnew = () => {
    measureRooms(
      [...anchors.values()].filter(({ element }) => element.isConnected),
      scroller,
    );
    sizes.clear();
    schedule();
  };

  const add = (found: readonly WireElement[]) => {
    for (const anchor of makeAnchors(found, scroller, sizes.get)) {
      anchors.set(anchor.element, anchor);
      byId.set(anchor.id, anchor);
      nearness.observe(anchor.element);
    }
    end.keep();
    schedule();
  };

  const forget = (anchor: Anchor) => {
    nearness.unobserve(anchor.element);
    anchors.delete(anchor.element);
    byId.delete(anchor.id);
    given.delete(anchor.id);
    prompts?.unwant(anchor.id);
  };

  const drop = (element: HTMLElement) => {
    const anchor = anchors.get(element);
    if (!anchor) return;
    forget(anchor);
    anchor.placeholder.remove();
    schedule();
  };
  const dropGone = () => {
    for (const { element } of anchors.values()) if (!element.isConnected) drop(element);
  };

  const remove = () => {
    life.abort();
    clearTimeout(settling);
    nearness.disconnect();
    resizes.disconnect();
    prompts?.remove();
    for (const anchor of anchors.values()) anchor.placeholder.remove();
    anchors.clear();
    frame.remove();
  };

  return {
    add,
    find: (wire) =>
      [...anchors.values()]
        .filter((anchor) => anchor.wire === wire && anchor.element.isConnected)
        .map(({ element }) => element),
    anchorOf: (element) => anchors.get(element),
    isReading: () => isWaiting && anchors.size > 0,
    drop,
    dropGone,
    moved: schedule,
    remove,
  };
}
