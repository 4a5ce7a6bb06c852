/** What both browsers share: every act of a person, made from the few primitives that each browser brings. */
import type { Surface } from './driver';
import { nameOf, type Target } from './finder';
import { until } from './poll';

/** One document, as the browser's own driver reaches it. */
export interface RawFrame {
  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  runScript(source: string): Promise<void>;
  /** Whether there is such an element now, in one question: it is asked many times. */
  has(target: Target): Promise<boolean>;
  /** Runs a self-contained function on the first fitting element; null when there is none. */
  onElement<A, R>(target: Target, run: (element: Element, arg: A) => R, arg: A): Promise<R | null>;
  /** Clicks the middle of the element; false when there is none, or it is not laid out. */
  clickFound(target: Target): Promise<boolean>;
  typeKeys(text: string): Promise<void>;
  pressChord(chord: string): Promise<void>;
  /** Itself and every frame below it. */
  below(): Promise<RawFrame[]>;
}

export class FrameSurface implements Surface {
  readonly #raw: RawFrame;
  constructor(raw: RawFrame) {
    this.#raw = raw;
  }

  async click(target: Target): Promise<void> {
    await until(`something to click: ${nameOf(target)}`, () => this.#raw.clickFound(target));
  }

  /** Clicks again where the first one missed, as it does what moves in that moment. */
  async #clickInto(target: Target): Promise<void> {
    let instead: unknown = null;
    await until(`the focus in ${nameOf(target)}`, async () => {
      await this.click(target);
      const seen = await this.#raw.onElement(target, focusIn, undefined);
      instead = seen?.instead ?? null;
      return seen?.isIn;
    }).catch((thrown: unknown) => {
      throw new Error(`${String(thrown)}, but ${String(instead)}`, { cause: thrown });
    });
  }

  async fill(target: Target, text: string): Promise<void> {
    await this.#clickInto(target);
    await this.#raw.evaluate(() => document.execCommand('selectAll'), undefined);
    if (text === '') await this.#raw.pressChord('Delete');
    else await this.#raw.evaluate(insertText, text);
  }

  async type(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.#raw.typeKeys(text);
  }

  keys(text: string): Promise<void> {
    return this.#raw.typeKeys(text);
  }

  async insert(target: Target, text: string): Promise<void> {
    await this.#clickInto(target);
    await this.#raw.evaluate(insertText, text);
  }

  press(chord: string): Promise<void> {
    return this.#raw.pressChord(chord);
  }

  async text(target: Target): Promise<string> {
    const found = await until(nameOf(target), () =>
      this.#raw.onElement(target, (element) => ({ text: element.textContent }), undefined),
    );
    return found.text;
  }

  texts(selector: string): Promise<string[]> {
    return this.#raw.evaluate(
      (css) => [...document.querySelectorAll(css)].map((element) => element.textContent),
      selector,
    );
  }

  has(target: Target): Promise<boolean> {
    return this.#raw.has(target);
  }

  async waitFor(target: Target, timeout?: number): Promise<void> {
    await until(nameOf(target), () => this.#raw.has(target), timeout);
  }

  async waitForGone(target: Target, timeout?: number): Promise<void> {
    await until(`${nameOf(target)} to go`, async () => !(await this.#raw.has(target)), timeout);
  }

  async waitForText(text: string, timeout?: number): Promise<void> {
    await until(
      `the text "${text.slice(0, 80)}"`,
      // Names are kept apart from what stands around them by marks that nobody sees.
      () =>
        this.#raw.evaluate(
          (wanted) => document.body.innerText.replaceAll(/[\u2066-\u2069]/g, '').includes(wanted),
          text,
        ),
      timeout,
    );
  }

  async waitForResult<A, R>(
    what: string,
    look: (arg: A) => R,
    arg: A,
    timeout?: number,
  ): Promise<NonNullable<R>> {
    return (await until(
      what,
      () => this.#raw.evaluate(look, arg) as Promise<R | false>,
      timeout,
    )) as NonNullable<R>;
  }

  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R> {
    return this.#raw.evaluate(run, arg);
  }

  runScript(source: string): Promise<void> {
    return this.#raw.runScript(source);
  }

  /** Middle of the element in CSS pixels of its own viewport. */
  protected waitForMiddle(target: Target): Promise<{ readonly x: number; readonly y: number }> {
    return until(nameOf(target), () =>
      this.#raw.onElement(
        target,
        (element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) };
        },
        undefined,
      ),
    );
  }

  async framesWith(target: Target): Promise<Surface[]> {
    const below = (await this.#raw.below()).slice(1);
    // A frame that goes away while it is looked at holds nothing.
    const held = await Promise.all(below.map((raw) => raw.has(target).catch(() => false)));
    return below.filter((_, at) => held[at]).map((raw) => new FrameSurface(raw));
  }

  frameWith(target: Target, timeout?: number): Promise<Surface> {
    return until(`a frame with ${nameOf(target)}`, async () => (await this.framesWith(target))[0], timeout);
  }
}

function insertText(text: string): void {
  document.execCommand('insertText', false, text);
}

/** Whether the focus is in the element; if not, what has it, and what lies where a click goes. */
function focusIn(element: Element): { readonly isIn: boolean; readonly instead: string } {
  const root = element.getRootNode() as Document | ShadowRoot;
  const { x, y, width, height } = element.getBoundingClientRect();
  const name = (other: Element | null) => other?.outerHTML.slice(0, 120) ?? 'nothing';
  const hit = root.elementFromPoint(x + width / 2, y + height / 2);
  return {
    // Of the window the system alone decides whether it has the focus.
    isIn: element.contains(root.activeElement),
    instead: `${name(root.activeElement)} has it, and ${name(hit)} lies at ${Math.round(x)}, ${Math.round(y)}`,
  };
}
