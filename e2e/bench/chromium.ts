/**
 * Chromium with Sotto and the empty extension side by side: Sotto is switched on for `localhost` and the empty frames
 * are for `127.0.0.1`, so that the same page is measured both ways in one browser, turn by turn.
 */
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { root } from '../lib/paths';

const sotto = path.join(root, 'dist/chrome-test');
const empty = path.join(root, 'e2e/bench/empty-extension');

/** Twenty messages with their state lines fit. */
const viewport = { width: 1100, height: 1800 };

export type BenchBrowser = {
  readonly context: BrowserContext;
  /** Of Sotto. */
  readonly extensionOrigin: string;
  /** Of the empty extension. */
  readonly emptyOrigin: string;
  /** To the browser itself. */
  readonly session: CDPSession;
  readonly close: () => Promise<void>;
};

export async function openBrowser(): Promise<BenchBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'sotto-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: false,
    viewport,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      '--headless=new',
      '--disable-gpu',
      '--no-sandbox',
      '--disable-background-networking',
      `--disable-extensions-except=${sotto},${empty}`,
      `--load-extension=${sotto},${empty}`,
    ],
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright gives no browser');
  return {
    context,
    extensionOrigin: `chrome-extension://${extensionId(sotto)}`,
    emptyOrigin: `chrome-extension://${extensionId(empty)}`,
    session: await browser.newBrowserCDPSession(),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Chromium names an unpacked extension by its folder. */
function extensionId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return Array.from(digest, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16))).join('');
}

/** Megabytes of memory that all of the browser's processes hold now, shared pages by their share. */
export async function memory({ session }: BenchBrowser): Promise<number> {
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { id: number }[];
  };
  const sizes = await Promise.all(processInfo.map(({ id }) => proportionalSize(id)));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** In kilobytes; 0 for a process that has just ended. */
async function proportionalSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}

/** Frames below the page's own document, at any depth. */
export const frameCount = (page: Page): number => page.frames().length - 1;
