/**
 * The reader's list: which messages stand where, what is known of them, and their elements.
 * Elements and plaintext exist for places near the screen only; the core's cache brings the others back.
 */
import type { ask as askCore } from '../ask';
import type { FromReader, ToReader } from '../../protocol/port';
import type { ContactReading, Reading } from '../../protocol/reading';
import type { Look, Seal } from '../../protocol/shapes';
import { applyLook, guardLook, type GuardedLook } from '../look';
import { fillArticle } from './article';
import { createAsker, type Item, type Opened } from './asker';
import { traceOf, type Entry, type Size } from './entry';
import type { FileCards } from './files/cards';
import { createLater } from './later';
import { createMeasureLimit } from './measure-limit';
import { findReplayed } from './replay';
import { heightStep, widthStep } from './steps';
import { partOf } from './part-of';
import { createWireMemory } from './wire-memory';

export type ReaderList = {
  readonly place: (message: Extract<ToReader, { type: 'places' }>) => void;
  /** Reads everything near anew: something changed in the core. */
  readonly reread: () => void;
};

type Surroundings = {
  readonly ask: typeof askCore;
  readonly post: (message: FromReader) => void;
  readonly root: HTMLElement;
  readonly seal: Seal | null;
  readonly files: Pick<FileCards, 'cardFor' | 'drop'>;
};

export function createReaderList({ ask, post, root, seal, files }: Surroundings): ReaderList {
  /** In the list's order. */
  let entries = new Map<number, Entry>();
  let looks: readonly { readonly key: string; readonly look: GuardedLook }[] = [];
  let replayed = new Set<number>();
  const wires = createWireMemory();
  const wanted = new Set<number>();
  /** Wanted though far away: parts of a message that is incomplete, which the core may have forgotten. */
  const summoned = new Set<number>();
  const owners = new WeakMap<Element, Entry>();
  const limit = createMeasureLimit(() => performance.now());

  const nextItems = (most: number): Item[] => {
    const items: Item[] = [];
    for (const entry of entries.values()) {
      if (items.length === most) break;
      if ((entry.place.near || summoned.has(entry.id)) && wanted.delete(entry.id)) items.push(entry);
    }
    return items.map(({ id, wire }) => ({ id, wire }));
  };

  const take = (opened: readonly Opened[]) => {
    const isNews = opened.some(({ id }) => entries.get(id)?.shown === null);
    for (const { id, reading } of opened) {
      const entry = entries.get(id);
      if (!entry) continue;
      entry.trace = traceOf(id, reading);
      if (entry.place.near) show(entry, reading);
    }
    for (const { id, reading } of opened) if (reading.kind === 'incomplete') summonParts(entries.get(id));
    // A part that just came may complete a message that was incomplete.
    if (isNews) {
      for (const entry of entries.values())
        if (entry.shown?.reading.kind === 'incomplete') wanted.add(entry.id);
    }
    markReplayed();
    arrange();
  };
  /** Asks once for the other parts that stand in the list, so that none has to be scrolled to for the sake of another. */
  const summonParts = (entry: Entry | undefined) => {
    const message = entry && partOf(entry.wire);
    if (!message) return;
    for (const other of entries.values()) {
      if (other.place.near || summoned.has(other.id) || partOf(other.wire) !== message) continue;
      summoned.add(other.id);
      wanted.add(other.id);
    }
  };
  const asker = createAsker(
    ask,
    {
      next: nextItems,
      giveBack: (items) => {
        for (const { id } of items) if (entries.has(id)) wanted.add(id);
      },
    },
    take,
  );

  const show = (entry: Entry, reading: Reading) => {
    const article = entry.shown?.article ?? document.createElement('article');
    const isReplayed = replayed.has(entry.id);
    fillArticle(article, entry.id, reading, isReplayed, seal, files);
    entry.shown = { article, reading, replayed: isReplayed };
    entry.unmeasured = true;
    if (owners.has(article)) return;
    owners.set(article, entry);
    observer.observe(article);
  };

  const hide = (entry: Entry) => {
    if (!entry.shown) return;
    observer.unobserve(entry.shown.article);
    entry.shown.article.remove();
    entry.shown = null;
    files.drop(entry.id);
    entry.worn = naked;
  };

  const markReplayed = () => {
    replayed = findReplayed([...entries.values()].flatMap(({ trace }) => (trace ? [trace] : [])));
    for (const entry of entries.values()) {
      if (entry.shown && entry.shown.replayed !== replayed.has(entry.id)) show(entry, entry.shown.reading);
    }
  };

  /** Writes all styles, then reads all sizes: one layout. */
  const arrange = () => {
    let cursor = root.firstElementChild;
    const unmeasured: Entry[] = [];
    for (const entry of entries.values()) {
      if (!entry.shown) continue;
      const { article } = entry.shown;
      dress(entry, article);
      if (cursor === article) cursor = cursor.nextElementSibling;
      else root.insertBefore(article, cursor);
      if (entry.unmeasured) unmeasured.push(entry);
    }
    report(unmeasured);
  };

  const dress = (entry: Entry, article: HTMLElement) => {
    const { x, y, width } = entry.place;
    const place = `${x} ${y} ${width}`;
    const look = looks[entry.place.look];
    if (place !== entry.worn.place) {
      article.style.left = `${x}px`;
      article.style.top = `${y}px`;
    }
    if (width !== entry.worn.room) article.style.maxWidth = `${width}px`;
    if (look && look.key !== entry.worn.look) {
      applyLook(article, look.look);
      article.dir = look.look.rightToLeft ? 'rtl' : 'ltr';
    }
    if (look?.key !== entry.worn.look || width !== entry.worn.room) entry.unmeasured = true;
    entry.worn = { look: look?.key ?? '', place, room: width };
  };

  /**
   * Tells the sizes that changed. Where a size was told for another width or look, that is first given time to settle:
   * a window that is being resized goes through many.
   */
  const report = (shown: Iterable<Entry>, isSettled = false) => {
    const sizes: Size[] = [];
    for (const entry of shown) {
      entry.unmeasured = false;
      if (entry.size && isSecret(entry) && entry.sizedFor !== settingOf(entry) && !isSettled) {
        settling.add(entry);
        continue;
      }
      const size = measure(entry);
      if (!size || sameSize(size, entry.size)) continue;
      entry.size = size;
      sizes.push(size);
    }
    if (sizes.length > 0) post({ type: 'sizes', sizes });
  };
  const settling = createLater<Entry>(times.settle, (due) => report(due, true));
  const refused = createLater<Entry>(times.again, (due) => report(due, true));

  const measure = (entry: Entry): Size | null => {
    const { id, shown, place } = entry;
    if (!shown) return null;
    const { style } = shown.article;
    const line = looks[place.look]?.look.lineHeight ?? 20;
    const { reading } = shown;
    const asks = reading.kind === 'contact' && asking.has(reading.status);
    const kind = asks ? 'prompt' : 'text';
    entry.sizedFor = settingOf(entry);
    if (isSecret(entry) && !limit.allows(messageOf(entry), entry.sizedFor)) {
      const told = toldOf(entry) ?? { width: place.width, height: heightStep(line, line) };
      const width = Math.min(told.width, Math.floor(place.width));
      // No wider than its place, or the ends of its lines would be cut off with no way to them.
      style.maxWidth = `${width}px`;
      style.maxHeight = `${told.height}px`;
      style.overflow = 'auto';
      refused.add(entry);
      return { id, width, height: told.height, kind };
    }
    style.maxWidth = `${place.width}px`;
    style.maxHeight = '';
    style.overflow = '';
    const { width, height } = shown.article.getBoundingClientRect();
    return { id, width: widthStep(width, place.width), height: heightStep(height, line), kind };
  };
  const settingOf = ({ place }: Entry) => `${place.width} ${looks[place.look]?.key ?? ''}`;
  /** The size told last of this message, here or in another place of the list. */
  const toldOf = (entry: Entry): Size | null => {
    if (entry.size) return entry.size;
    const message = messageOf(entry);
    for (const other of entries.values()) if (other.size && messageOf(other) === message) return other.size;
    return null;
  };

  const observer = new ResizeObserver((changes) => {
    report(changes.flatMap(({ target }) => owners.get(target) ?? []));
  });

  const setLooks = (next: readonly Look[]) => {
    looks = next.map((look) => ({ key: JSON.stringify(look), look: guardLook(look) }));
  };

  return {
    place: (message) => {
      setLooks(message.looks);
      const selection = selectedRange();
      const need: number[] = [];
      const next = new Map<number, Entry>();
      for (const place of message.places) {
        const entry = keep(entries.get(place.id), place, wires.get(place.id));
        if (!entry) {
          need.push(place.id);
          continue;
        }
        next.set(entry.id, entry);
        wires.set(entry.id, entry.wire);
        if (!place.near && !isSelected(entry, selection)) hide(entry);
        if (place.near && !entry.shown) wanted.add(entry.id);
      }
      for (const entry of entries.values()) if (next.get(entry.id) !== entry) hide(entry);
      entries = next;
      for (const id of wanted) if (!entries.has(id)) wanted.delete(id);
      for (const id of summoned) if (!entries.has(id)) summoned.delete(id);
      markReplayed();
      arrange();
      if (need.length > 0) post({ type: 'need', ids: need });
      asker.wake();
    },
    reread: () => {
      summoned.clear();
      for (const entry of entries.values()) if (entry.shown || entry.place.near) wanted.add(entry.id);
      asker.wake();
    },
  };
}

/** The entry at its new place; a new one if it is new or its ciphertext was edited; nothing if that is not known. */
function keep(entry: Entry | undefined, place: Entry['place'], known: string | undefined): Entry | undefined {
  const wire = place.wire ?? entry?.wire ?? known;
  if (entry && wire === entry.wire) {
    entry.place = place;
    return entry;
  }
  if (wire === undefined) return undefined;
  return {
    id: place.id,
    wire,
    place,
    shown: null,
    size: null,
    trace: null,
    worn: naked,
    unmeasured: false,
    sizedFor: '',
  };
}

/** What names the message: the page can write the same ciphertext in several ways. */
const messageOf = ({ wire, trace, shown }: Entry) =>
  shown?.reading.kind === 'message' ? shown.reading.digest : (trace?.digest ?? wire);

/** In these a card asks for a decision. */
const asking = new Set<string>(['decide', 'changed', 'second'] satisfies ContactReading['status'][]);

/** Whether its size could tell of words that the page does not know; a notice's are the same for everybody. */
const isSecret = ({ shown }: Entry) => shown?.reading.kind === 'message';

/** Milliseconds: until a new width or look counts as settled, and until a message is tried again that was measured too often. */
const times = { settle: 150, again: 10_000 };

const naked = { look: '', place: '', room: 0 };

const sameSize = (a: Size, b: Size | null) =>
  b !== null && a.width === b.width && a.height === b.height && a.kind === b.kind;

/** What is selected. Asked once for all messages, since each asking may cost a layout. */
function selectedRange(): Range | null {
  const selection = document.getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
}

/** A selection that reaches over the edge of the screen keeps its messages. */
function isSelected({ shown }: Entry, selection: Range | null): boolean {
  return shown !== null && selection !== null && selection.intersectsNode(shown.article);
}
