/**
 * Firefox's documents. Puppeteer knows those of web pages and their frames. Of an extension's page it knows no frames,
 * which WebDriver BiDi does: those are reached by it alone.
 */
import type { Frame } from 'puppeteer-core';
import type { BidiConnection } from './bidi';
import { findElement, hasElement, type Target } from './finder';
import { chordActions, textActions, type KeyAction } from './keys';
import type { RawFrame } from './surface';

/** What both kinds do by BiDi's input actions. */
abstract class BidiFrame implements RawFrame {
  protected readonly context: string;
  protected readonly bidi: BidiConnection;
  constructor(context: string, bidi: BidiConnection) {
    this.context = context;
    this.bidi = bidi;
  }

  abstract evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  abstract runScript(source: string): Promise<void>;
  abstract has(target: Target): Promise<boolean>;
  abstract onElement<A, R>(
    target: Target,
    run: (element: Element, arg: A) => R | Promise<R>,
    arg: A,
  ): Promise<R | null>;
  abstract below(): Promise<RawFrame[]>;

  /** Actions are performed in the frame's own browsing context, which also finds frames in closed shadow roots. */
  async clickFound(target: Target): Promise<boolean> {
    const middle = await this.onElement(target, steadyMiddle, undefined);
    if (middle === null) return false;
    const move = { type: 'pointerMove', ...middle };
    await this.#mouse([move]);
    // Sotto's own buttons wait after the pointer came to them.
    if ((await this.onElement(target, steadyMiddle, undefined)) === null) return false;
    await this.#mouse([move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
    return true;
  }

  #mouse(actions: object[]): Promise<void> {
    return this.#perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  typeKeys(text: string): Promise<void> {
    return this.#keys(textActions(text));
  }

  pressChord(chord: string): Promise<void> {
    return this.#keys(chordActions(chord));
  }

  #keys(actions: KeyAction[]): Promise<void> {
    return this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async #perform(source: object): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}

export class FirefoxFrame extends BidiFrame {
  readonly #frame: Frame;
  constructor(frame: Frame, bidi: BidiConnection) {
    super(contextOf(frame), bidi);
    this.#frame = frame;
  }

  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R> {
    return this.#frame.evaluate(run as (arg: unknown) => R, arg);
  }

  async runScript(source: string): Promise<void> {
    await this.#frame.evaluate(`${source}; undefined`);
  }

  async has(target: Target): Promise<boolean> {
    return (await this.#frame.evaluate(hasElement(target))) === true;
  }

  async onElement<A, R>(
    target: Target,
    run: (element: Element, arg: A) => R | Promise<R>,
    arg: A,
  ): Promise<R | null> {
    const found = await this.#frame.evaluateHandle(findElement, target);
    const element = found.asElement();
    try {
      if (element === null) return null;
      return await element.evaluate(run as (element: unknown, arg: unknown) => R, arg);
    } finally {
      await found.dispose();
    }
  }

  async below(): Promise<RawFrame[]> {
    if (!this.#frame.url().startsWith('http')) {
      return [this, ...(await contextsBelow(this.context, this.bidi))];
    }
    const children = this.#frame.childFrames().map((child) => new FirefoxFrame(child, this.bidi).below());
    return [this, ...(await Promise.all(children)).flat()];
  }
}

type Tree = { readonly context: string; readonly children: readonly Tree[] };

async function contextsBelow(context: string, bidi: BidiConnection): Promise<RawFrame[]> {
  const { contexts } = (await bidi.send('browsingContext.getTree', { root: context })) as {
    contexts: readonly Tree[];
  };
  const all = ({ children }: Tree): string[] => children.flatMap((child) => [child.context, ...all(child)]);
  return contexts.flatMap(all).map((child) => new ContextFrame(child, bidi));
}

/** A document by its browsing context alone. Functions go in as text, values both ways as JSON. */
class ContextFrame extends BidiFrame {
  async evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R> {
    return (await this.#call(`async (arg) => (${run.toString()})(arg)`, arg)) as R;
  }

  async runScript(source: string): Promise<void> {
    await this.#call(`async () => { ${source}; }`, null);
  }

  async has(target: Target): Promise<boolean> {
    return (await this.#call(`() => ${hasElement(target)}`, null)) === true;
  }

  async onElement<A, R>(
    target: Target,
    run: (element: Element, arg: A) => R | Promise<R>,
    arg: A,
  ): Promise<R | null> {
    const found = `async ({ target, arg }) => {
      const element = (${findElement.toString()})(target);
      return element === null ? null : { result: await (${run.toString()})(element, arg) };
    }`;
    const answer = (await this.#call(found, { target, arg })) as { readonly result: R } | null;
    return answer && answer.result;
  }

  below(): Promise<RawFrame[]> {
    return Promise.resolve([this]);
  }

  async #call(run: string, arg: unknown): Promise<unknown> {
    const answer = (await this.bidi.send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify(await (${run})(JSON.parse(json))) ?? 'null'`,
      arguments: [{ type: 'string', value: JSON.stringify(arg ?? null) }],
      target: { context: this.context },
      awaitPromise: true,
    })) as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'script failed');
    return JSON.parse(String(answer.result?.value));
  }
}

/**
 * In the page: the middle of an element that stands still from one drawn frame to the next, in sight, enabled, with
 * nothing above it in its document; null otherwise.
 */
async function steadyMiddle(element: Element): Promise<{ readonly x: number; readonly y: number } | null> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const place = () => {
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    return box === undefined
      ? null
      : { x: Math.floor(box.x + box.width / 2), y: Math.floor(box.y + box.height / 2) };
  };
  const before = place();
  await new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  });
  const after = place();
  if (before === null || after === null || before.x !== after.x || before.y !== after.y) return null;
  if (('disabled' in element && element.disabled === true) || element.ariaDisabled === 'true') return null;
  const hit = document.elementFromPoint(after.x, after.y);
  if (hit === null) return null;
  // What stands in a shadow root is hit where its host is.
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === hit) return after;
  return element.contains(hit) ? after : null;
}

/** Puppeteer keeps the browsing context's id on the frame but leaves it out of its types. */
const contextOf = (frame: Frame): string => String(Reflect.get(frame, '_id'));
