/** Chromium through Playwright: the extension loaded unpacked into a persistent profile. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import {
  chromium,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type JSHandle,
  type Page as PlaywrightPage,
} from 'playwright';
import { noteGrants } from './chromium-grants';
import type { Page, PageOptions, Person, PersonOptions } from './driver';
import { findElement, hasElement, type Target } from './finder';
import { root } from './paths';
import { until } from './poll';
import { FrameSurface, type RawFrame } from './surface';

/** Time for one click on an element that stands: after it, `until` looks for the element anew. */
const clickTimeout = 2_000;

type Serializable = Parameters<Frame['evaluate']>[1];

class ChromiumFrame implements RawFrame {
  readonly #frame: Frame;
  constructor(frame: Frame) {
    this.#frame = frame;
  }

  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R> {
    return this.#frame.evaluate(run as (arg: unknown) => R, arg as Serializable);
  }

  async runScript(source: string): Promise<void> {
    await this.#frame.evaluate(`${source}; undefined`);
  }

  has(target: Target): Promise<boolean> {
    return this.#frame.evaluate<boolean>(hasElement(target));
  }

  async onElement<A, R>(target: Target, run: (element: Element, arg: A) => R, arg: A): Promise<R | null> {
    const found: JSHandle<Element | null> = await this.#frame.evaluateHandle(findElement, target);
    const element = found.asElement();
    try {
      return element === null
        ? null
        : await element.evaluate(run as (element: Element, arg: unknown) => R, arg);
    } finally {
      await found.dispose();
    }
  }

  async clickFound(target: Target): Promise<boolean> {
    const found: JSHandle<Element | null> = await this.#frame.evaluateHandle(findElement, target);
    const element = found.asElement();
    try {
      if (element === null) return false;
      // Sotto's own buttons wait after the pointer came to them, and a click waits for what is disabled.
      await element.hover({ timeout: clickTimeout });
      await this.#frame.evaluate(twoFramesDrawn);
      await element.click({ timeout: clickTimeout });
      return true;
    } finally {
      await found.dispose();
    }
  }

  async typeKeys(text: string): Promise<void> {
    await this.#frame.page().keyboard.type(text);
  }

  async pressChord(chord: string): Promise<void> {
    await this.#frame.page().keyboard.press(chord);
  }

  async below(): Promise<RawFrame[]> {
    const children = this.#frame.childFrames().map((child) => new ChromiumFrame(child).below());
    return [this, ...(await Promise.all(children)).flat()];
  }
}

/** In the page: what it does upon a move of the pointer has been done. */
function twoFramesDrawn(): Promise<unknown> {
  return new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  });
}

class ChromiumPage extends FrameSurface implements Page {
  readonly #page: PlaywrightPage;
  constructor(page: PlaywrightPage) {
    super(new ChromiumFrame(page.mainFrame()));
    this.#page = page;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }
  async reload(): Promise<void> {
    await this.#page.reload();
  }
  url(): Promise<string> {
    return Promise.resolve(this.#page.url());
  }
  async wheel(target: Target, deltaY: number): Promise<void> {
    const middle = await this.waitForMiddle(target);
    await this.#page.mouse.move(middle.x, middle.y);
    await this.#page.mouse.wheel(0, deltaY);
  }
  screenshot(file: string): Promise<Uint8Array> {
    return this.#page.screenshot({ path: file });
  }
  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewportSize({ width, height });
  }
  bringToFront(): Promise<void> {
    return this.#page.bringToFront();
  }
  frameCount(): number {
    return this.#page.frames().length - 1;
  }
  close(): Promise<void> {
    return this.#page.close();
  }
}

/**
 * Playwright keeps every page in what counts as being looked at, by a command of its own session that no other session
 * can take back. Reached through what its pinned version is inside.
 */
async function leaveUnwatched(page: PlaywrightPage): Promise<void> {
  const { _connection: connection } = page as unknown as Inside;
  const {
    delegate: { _mainFrameSession: main },
  } = connection.toImpl(page);
  const { _client: session } = main;
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}
interface Inside {
  readonly _connection: {
    toImpl(page: PlaywrightPage): {
      readonly delegate: {
        readonly _mainFrameSession: {
          readonly _client: { send(method: string, params: object): Promise<unknown> };
        };
      };
    };
  };
}

/** Chromium names an unpacked extension by its folder. */
function extensionId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return Array.from(digest)
    .map((digit) => String.fromCodePoint('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');
}

class ChromiumPerson implements Person {
  readonly browser = 'chromium';
  readonly extensionOrigin: string;
  readonly #options: PersonOptions;
  readonly #extensionDir: string | null;
  #context: BrowserContext | undefined;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#extensionDir =
      options.extensionDir === undefined ? path.join(root, 'dist/chrome-test') : options.extensionDir;
    this.extensionOrigin = `chrome-extension://${extensionId(this.#extensionDir ?? '')}`;
  }

  async open(): Promise<void> {
    const { headless = true, locale = 'en-US', colorScheme = 'light', viewport, args = [] } = this.#options;
    const extension = this.#extensionDir;
    // Chromium finds the extension's messages by the language alone, in the environment and in its arguments.
    const [language = locale] = locale.split('-');
    this.#context = await chromium.launchPersistentContext(this.#options.profileDir, {
      executablePath: '/usr/bin/chromium',
      headless: false,
      colorScheme,
      viewport: headless ? (viewport ?? { width: 1100, height: 800 }) : null,
      ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
      env: { ...process.env, LANGUAGE: language },
      args: [
        ...(headless ? ['--headless=new', '--disable-gpu'] : []),
        '--no-sandbox',
        '--disable-background-networking',
        `--lang=${language}`,
        ...(extension === null
          ? []
          : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
        ...args,
      ],
    });
  }

  get #open(): BrowserContext {
    if (this.#context === undefined) throw new Error('The browser is not open');
    return this.#context;
  }

  async openPage(url: string, { initScript, canBeHidden = false }: PageOptions = {}): Promise<Page> {
    const [first] = this.#open.pages();
    const page = first?.url() === 'about:blank' ? first : await this.#open.newPage();
    if (initScript !== undefined) await page.addInitScript(initScript);
    if (canBeHidden) await leaveUnwatched(page);
    await page.goto(url);
    return new ChromiumPage(page);
  }

  openPopup(file = 'popup/index.html'): Promise<Page> {
    return this.openPage(`${this.extensionOrigin}/${file}`);
  }

  /** By the extension's own call, in what counts as a person's gesture. */
  async openSidePanel(): Promise<void> {
    const popup = await this.#open.newPage();
    await popup.goto(`${this.extensionOrigin}/popup/index.html`);
    const session = await this.#open.newCDPSession(popup);
    const evaluate = (expression: string) =>
      session.send('Runtime.evaluate', {
        expression,
        userGesture: true,
        awaitPromise: true,
        returnByValue: true,
      });
    const { result } = await evaluate('chrome.windows.getCurrent().then(({ id }) => id)');
    const { exceptionDetails } = await evaluate(`chrome.sidePanel.open({ windowId: ${result.value} })`);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    await popup.close();
  }

  async killWorker(): Promise<void> {
    await this.#targets(async (session, worker) => {
      if (worker !== undefined) await session.send('Target.closeTarget', { targetId: worker });
    });
    await until('the service worker to stop', async () => !(await this.workerAlive()));
  }

  async workerAlive(): Promise<boolean> {
    let alive = false;
    await this.#targets((_, worker) => {
      alive = worker !== undefined;
    });
    return alive;
  }

  /** Gives the browser's own debugging session, and the target id of the extension's worker if it runs. */
  async #targets(
    use: (session: CDPSession, worker: string | undefined) => Promise<void> | void,
  ): Promise<void> {
    const browser = this.#open.browser();
    if (browser === null) throw new Error('Playwright gives no browser for a persistent context');
    const session = await browser.newBrowserCDPSession();
    try {
      const { targetInfos } = await session.send('Target.getTargets');
      const worker = targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.startsWith(this.extensionOrigin),
      );
      await use(session, worker?.targetId);
    } finally {
      await session.detach();
    }
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  async closed(): Promise<void> {
    const context = this.#open;
    await new Promise((gone) => {
      context.once('close', gone);
    });
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }
}

export async function launch(options: PersonOptions): Promise<Person> {
  const person = new ChromiumPerson(options);
  await person.open();
  const { grants = [], profileDir } = options;
  if (grants.length > 0) {
    await person.close();
    await noteGrants(profileDir, new URL(person.extensionOrigin).hostname, grants);
    await person.open();
  }
  return person;
}
