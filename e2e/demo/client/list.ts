/** The message list: only rows near the screen exist, placed by transform, with heights measured as they come. */
import type { Flags } from '../protocol';
import { make } from './dom';
import { Row, type RowActions, type Shown } from './row';

const estimatedHeight = 64;
/** Pixels above and below the screen for which rows are kept. */
const overscan = 600;
/** This near to the end counts as "at the end": new messages scroll into view. */
const nearEnd = 40;

export class MessageList {
  readonly element = make('div', 'list', { role: 'log', 'aria-label': 'Messages', tabindex: '0' });
  readonly #canvas = make('div', 'canvas');
  readonly #makeRow: () => Row;
  readonly #wantOlder: () => void;
  #messages: readonly Shown[] = [];
  #tops: number[] = [0];
  readonly #heights = new Map<string, number>();
  readonly #rows = new Map<string, Row>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #spare: Row[] = [];
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries));
  #atEnd = true;
  #seeMoreAt: number | null = null;

  constructor(user: string, actions: RowActions, wantOlder: () => void) {
    const opened = new Set<string>();
    this.#makeRow = () => new Row(user, actions, opened);
    this.#wantOlder = wantOlder;
    this.element.append(this.#canvas);
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#refresh()).observe(this.element);
  }

  /** Shows these messages, in order. The person keeps their place, or the end if they were there. */
  set(messages: readonly Shown[]): void {
    const anchor = this.#anchor();
    this.#messages = messages;
    this.#measureTops();
    this.#restore(anchor);
    this.#refresh();
  }

  /** Forgets all rows and heights, as a site does that builds its list anew. */
  rebuild(): void {
    for (const key of this.#rows.keys()) this.#release(key);
    for (const row of this.#spare.splice(0)) row.element.remove();
    this.#heights.clear();
  }

  toEnd(): void {
    this.#atEnd = true;
    this.#refresh();
  }

  obey(flags: Flags): void {
    this.#seeMoreAt = flags.seeMoreAt;
    this.#refresh();
  }

  #measureTops(): void {
    let top = 12;
    this.#tops = [top];
    for (const { clientId } of this.#messages)
      this.#tops.push((top += this.#heights.get(clientId) ?? estimatedHeight));
    this.#canvas.style.height = `${top + 12}px`;
  }

  /** The first message on screen, and how far its top is from the list's. */
  #anchor(): { readonly key: string; readonly offset: number } | null {
    const index = this.#indexAt(this.element.scrollTop);
    const message = this.#messages[index];
    return message === undefined
      ? null
      : { key: message.clientId, offset: (this.#tops[index] ?? 0) - this.element.scrollTop };
  }

  #restore(anchor: { readonly key: string; readonly offset: number } | null): void {
    if (this.#atEnd) this.element.scrollTop = this.element.scrollHeight;
    else if (anchor !== null) {
      const index = this.#messages.findIndex(({ clientId }) => clientId === anchor.key);
      const wanted = (this.#tops[index] ?? 0) - anchor.offset;
      if (index >= 0 && Math.abs(wanted - this.element.scrollTop) > 0.5) this.element.scrollTop = wanted;
    }
  }

  #indexAt(y: number): number {
    let low = 0;
    let high = this.#messages.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tops[middle + 1] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (scrollTop < overscan) this.#wantOlder();
    this.#refresh();
  }

  #refresh(): void {
    if (this.#atEnd) this.element.scrollTop = this.element.scrollHeight;
    const from = this.#indexAt(this.element.scrollTop - overscan);
    const to = this.#indexAt(this.element.scrollTop + this.element.clientHeight + overscan);
    const wanted = new Map(
      this.#messages
        .slice(from, to + 1)
        .map((message, at) => [message.clientId, { message, index: from + at }]),
    );
    for (const key of this.#rows.keys()) if (!wanted.has(key)) this.#release(key);
    for (const [key, { message, index }] of wanted) {
      const row = this.#rows.get(key) ?? this.#take(key);
      row.show(message, this.#seeMoreAt);
      const place = `translateY(${this.#tops[index] ?? 0}px)`;
      if (row.element.style.transform !== place) row.element.style.transform = place;
    }
  }

  #take(key: string): Row {
    const row = this.#spare.pop() ?? this.#makeRow();
    row.element.hidden = false;
    if (!row.element.isConnected) this.#canvas.append(row.element);
    this.#rows.set(key, row);
    this.#keys.set(row.element, key);
    this.#resize.observe(row.element);
    return row;
  }

  #release(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#resize.unobserve(row.element);
    this.#keys.delete(row.element);
    row.element.hidden = true;
    this.#rows.delete(key);
    this.#spare.push(row);
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, borderBoxSize } of entries) {
      const key = this.#keys.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (key === undefined || height === 0 || this.#heights.get(key) === height) continue;
      this.#heights.set(key, height);
      changed = true;
    }
    if (!changed) return;
    const anchor = this.#anchor();
    this.#measureTops();
    this.#restore(anchor);
    this.#refresh();
  }
}
