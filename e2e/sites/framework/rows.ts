/** The message list of a test page: all rows, or those near the screen, whose elements are recycled. */
import { h } from './dom';
import type { RowParts, Shown, SitePage, Skeleton } from './site-page';

/** Pixels above and below the screen for which rows are kept, and the height of a row not drawn yet. */
const overscan = 600;
const estimated = 60;
/** This near to the end counts as "at the end". */
const nearEnd = 40;

export class Rows {
  readonly #skeleton: Skeleton;
  readonly #isWindow: boolean;
  readonly #make: () => RowParts;
  readonly #fill: (parts: RowParts, message: Shown) => void;
  readonly #above = h('div');
  readonly #below = h('div');
  readonly #rows = new Map<string, RowParts>();
  readonly #filled = new WeakMap<RowParts, Shown>();
  readonly #spare: RowParts[] = [];
  readonly #heights = new Map<string, number>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries));
  #messages: readonly Shown[] = [];
  #atEnd = true;

  constructor(
    page: SitePage,
    skeleton: Skeleton,
    make: () => RowParts,
    fill: (parts: RowParts, message: Shown) => void,
  ) {
    this.#skeleton = skeleton;
    this.#make = make;
    this.#isWindow = page.list === 'window';
    this.#fill = fill;
    if (this.#isWindow) skeleton.rows.append(this.#above, this.#below);
    skeleton.scroller.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = skeleton.scroller;
      this.#atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
      this.#draw();
    });
    new ResizeObserver(() => this.#draw()).observe(skeleton.scroller);
  }

  set(messages: readonly Shown[]): void {
    this.#messages = messages;
    this.#draw();
  }

  /** Whoever sends something sees it. */
  toEnd(): void {
    this.#atEnd = true;
    this.#draw();
  }

  /** Takes a row away with its elements, as a site does that draws the server's message instead of its own. */
  drop(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#resize.unobserve(row.element);
    row.element.remove();
    this.#rows.delete(key);
  }

  #height({ clientId }: Shown): number {
    return this.#heights.get(clientId) ?? estimated;
  }

  #draw(): void {
    const { scroller } = this.#skeleton;
    const from = this.#atEnd ? Infinity : scroller.scrollTop - overscan;
    const shown = this.#isWindow ? this.#near(from) : { wanted: this.#messages, above: 0, below: 0 };
    this.#above.style.height = `${shown.above}px`;
    this.#below.style.height = `${shown.below}px`;
    const keys = new Set(shown.wanted.map(({ clientId }) => clientId));
    for (const [key, row] of this.#rows) if (!keys.has(key)) this.#release(key, row);
    for (const message of shown.wanted) this.#show(message);
    if (this.#atEnd) scroller.scrollTop = scroller.scrollHeight;
  }

  /** The messages between two heights, with what stands above and below them. `from` of Infinity: the last ones. */
  #near(from: number): { wanted: readonly Shown[]; above: number; below: number } {
    const whole = this.#messages.reduce((sum, message) => sum + this.#height(message), 0);
    const screen = this.#skeleton.scroller.clientHeight + 2 * overscan;
    const start = Math.min(from, whole - screen + overscan);
    const wanted: Shown[] = [];
    let top = 0;
    let above = 0;
    let below = 0;
    for (const message of this.#messages) {
      const height = this.#height(message);
      if (top + height < start) above += height;
      else if (top > start + screen) below += height;
      else wanted.push(message);
      top += height;
    }
    return { wanted, above, below };
  }

  #show(message: Shown): void {
    const key = message.clientId;
    const row = this.#rows.get(key) ?? this.#spare.pop() ?? this.#make();
    if (this.#rows.get(key) !== row) {
      this.#rows.set(key, row);
      this.#keys.set(row.element, key);
      this.#resize.observe(row.element);
    }
    if (this.#filled.get(row) !== message) {
      this.#fill(row, message);
      this.#filled.set(row, message);
    }
    this.#place(row.element, message);
  }

  /** In the order of the messages, and moved only if it does not stand there. */
  #place(element: HTMLElement, message: Shown): void {
    const { rows } = this.#skeleton;
    const next = this.#messages
      .slice(this.#messages.indexOf(message) + 1)
      .map(({ clientId }) => this.#rows.get(clientId)?.element)
      .find((one) => one?.parentElement === rows);
    const before = next ?? (this.#isWindow ? this.#below : null);
    if (element.parentElement !== rows || (before !== null && !precedes(element, before)))
      rows.insertBefore(element, before);
  }

  #release(key: string, row: RowParts): void {
    this.#rows.delete(key);
    this.#resize.unobserve(row.element);
    row.element.remove();
    this.#spare.push(row);
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target } of entries) {
      const key = this.#keys.get(target);
      const height = target instanceof HTMLElement ? target.offsetHeight : 0;
      if (key === undefined || height === 0 || this.#heights.get(key) === height) continue;
      this.#heights.set(key, height);
      changed = true;
    }
    if (changed) this.#draw();
  }
}

const precedes = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
