/** Firefox ESR through Puppeteer over WebDriver BiDi: the extension installed as a temporary add-on. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch as launchBrowser, type Browser, type Page as PuppeteerPage } from 'puppeteer-core';
import { BidiConnection } from './bidi';
import type { Page, PageOptions, Person, PersonOptions } from './driver';
import { FirefoxFrame } from './firefox-frame';
import type { Target } from './finder';
import { root } from './paths';
import { until } from './poll';
import { FrameSurface } from './surface';

/** Fixed, so that the extension's storage is found again when the add-on is installed anew after a restart. */
const extensionUuid = '5077011e-0000-4000-8000-000000000001';

class FirefoxPage extends FrameSurface implements Page {
  readonly #page: PuppeteerPage;
  constructor(page: PuppeteerPage, bidi: BidiConnection) {
    super(new FirefoxFrame(page.mainFrame(), bidi));
    this.#page = page;
  }

  goto(url: string): Promise<void> {
    return open(this.#page, url);
  }
  async reload(): Promise<void> {
    if ((await this.url()).startsWith('http')) await this.#page.reload();
    else await open(this.#page, await this.url());
  }
  url(): Promise<string> {
    return this.evaluate(() => location.href, undefined);
  }
  async wheel(target: Target, deltaY: number): Promise<void> {
    const middle = await this.waitForMiddle(target);
    await this.#page.mouse.move(middle.x, middle.y);
    await this.#page.mouse.wheel({ deltaY });
  }
  async screenshot(file: string): Promise<Uint8Array> {
    const image = await this.#page.screenshot();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, image);
    return image;
  }
  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewport({ width, height });
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

/** Puppeteer's load events never come for `moz-extension:` pages, so the document itself is asked. */
async function open(page: PuppeteerPage, url: string): Promise<void> {
  if (url.startsWith('http')) {
    await page.goto(url);
    return;
  }
  await page.goto(url, { waitUntil: [] });
  await until(`${url} to load`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
}

class FirefoxPerson implements Person {
  readonly browser = 'firefox';
  readonly extensionOrigin = `moz-extension://${extensionUuid}`;
  readonly #options: PersonOptions;
  readonly #extensionDir: string | null;
  readonly #extensionId: string;
  #session: { readonly browser: Browser; readonly bidi: BidiConnection } | undefined;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#extensionDir =
      options.extensionDir === undefined ? path.join(root, 'dist/firefox-test') : options.extensionDir;
    this.#extensionId = this.#extensionDir === null ? '' : addOnId(this.#extensionDir);
  }

  async open(): Promise<void> {
    const {
      headless = true,
      locale = 'en-US',
      colorScheme = 'light',
      viewport,
      grants = [],
      args = [],
    } = this.#options;
    const browser = await launchBrowser({
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless,
      enableExtensions: true,
      userDataDir: this.#options.profileDir,
      args: ['-remote-allow-system-access', ...args],
      defaultViewport: headless ? (viewport ?? { width: 1100, height: 800 }) : null,
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [this.#extensionId]: extensionUuid }),
        'extensions.webextOptionalPermissionPrompts': grants.length === 0,
        // The system's notifications would end at once where there is no desktop to show them.
        'alerts.useSystemBackend': false,
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
        'intl.accept_languages': locale,
        'intl.locale.requested': locale,
        'browser.shell.checkDefaultBrowser': false,
      },
    });
    this.#session = { browser, bidi: BidiConnection.of(browser) };
    if (this.#extensionDir !== null) await browser.installExtension(this.#extensionDir);
  }

  get #open(): { readonly browser: Browser; readonly bidi: BidiConnection } {
    if (this.#session === undefined) throw new Error('The browser is not open');
    return this.#session;
  }

  async openPage(url: string, { initScript }: PageOptions = {}): Promise<Page> {
    const { browser, bidi } = this.#open;
    const page = await browser.newPage();
    if (initScript !== undefined) await page.evaluateOnNewDocument(initScript);
    await open(page, url);
    return new FirefoxPage(page, bidi);
  }

  openPopup(file = 'popup/index.html'): Promise<Page> {
    return this.openPage(`${this.extensionOrigin}/${file}`);
  }

  async openSidePanel(): Promise<void> {
    const command = `${this.#extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
    await this.#open.bidi.inBrowser(
      `await Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show('${command}')`,
    );
  }

  async killWorker(): Promise<void> {
    await this.#open.bidi.inBrowser(
      `await WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`,
    );
    await until('the event page to stop', async () => !(await this.workerAlive()));
  }

  async workerAlive(): Promise<boolean> {
    const state = await this.#open.bidi.inBrowser(
      `return WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)}).extension.backgroundState`,
    );
    return state === 'running' || state === 'starting';
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  async closed(): Promise<void> {
    const { browser } = this.#open;
    await new Promise((gone) => {
      browser.once('disconnected', gone);
    });
  }

  async close(): Promise<void> {
    await this.#session?.browser.close();
    this.#session = undefined;
  }
}

function addOnId(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

export async function launch(options: PersonOptions): Promise<Person> {
  await mkdir(options.profileDir, { recursive: true });
  const person = new FirefoxPerson(options);
  await person.open();
  return person;
}
