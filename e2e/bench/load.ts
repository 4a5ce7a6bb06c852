/** (c) How long after the page loads the messages on the screen can be read, with frames and memory counted. */
import type { Page } from 'playwright';
import { frameCount, memory, type BenchBrowser } from './chromium';
import { atMost, compare, plain, type Goal, type Row } from './report';
import { median } from './stats';

/** As many as must be readable, all of them on the screen. */
const VISIBLE = 20;
const PATIENCE = 60_000;

type Load = {
  /** Milliseconds from the start of the navigation to the moment that counts. */
  readonly total: number;
  /** The page's own share of it: until its document was parsed. */
  readonly parsed: number;
  readonly frames: number;
  /** Megabytes that the browser held more than with a blank page. */
  readonly memory: number;
};

/**
 * Runs in every document. In Sotto's reader it notes when so many texts were first on the screen: the browser's own
 * word for it, which takes into account where the frame is, how it is cut and how far the list is scrolled.
 */
function watchReader(visible: number): void {
  if (!location.pathname.endsWith('/frames/reader.html')) return;
  const shown = new Set<Element>();
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) shown.add(entry.target);
      else shown.delete(entry.target);
    }
    const root = document.documentElement.dataset;
    if (shown.size >= visible) root['readableAt'] ??= String(performance.timeOrigin + performance.now());
  });
  new MutationObserver(() => {
    for (const text of document.querySelectorAll('[data-part="text"]')) {
      if (!seen.has(text)) observer.observe(text);
      seen.add(text);
    }
  }).observe(document, { childList: true, subtree: true });
}

/** To be called once, before the first page is opened. */
export async function prepareLoads({ context }: BenchBrowser): Promise<void> {
  await context.addInitScript(watchReader, VISIBLE);
}

export async function measureLoads(
  browser: BenchBrowser,
  port: number,
  path: string,
  count: number,
  rounds: number,
): Promise<Row[]> {
  const ways = {
    sotto: { url: `http://localhost:${port}${path}`, ready: readableInReader },
    one: { url: `http://127.0.0.1:${port}${path}?frames=1`, ready: framesLoaded },
    twenty: { url: `http://127.0.0.1:${port}${path}?frames=20`, ready: framesLoaded },
  };
  const loads = { sotto: [] as Load[], one: [] as Load[], twenty: [] as Load[] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['sotto', 'one', 'twenty'] as const) {
      loads[name].push(await openOnce(browser, ways[name].url, ways[name].ready));
    }
  }
  return rowsOf(`${count} encrypted messages`, loads);
}

async function openOnce(
  browser: BenchBrowser,
  url: string,
  ready: (page: Page) => Promise<number>,
): Promise<Load> {
  const before = await memory(browser);
  const page = await browser.context.newPage();
  try {
    await page.goto(url, { waitUntil: 'commit' });
    const at = await ready(page);
    await page.waitForLoadState('load');
    const { origin, parsed } = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return { origin: performance.timeOrigin, parsed: navigation?.domContentLoadedEventEnd ?? 0 };
    });
    return { total: at - origin, parsed, frames: frameCount(page), memory: (await memory(browser)) - before };
  } finally {
    await page.close();
  }
}

/** When, in milliseconds since the epoch, the messages on the screen could be read. */
export async function readableInReader(page: Page): Promise<number> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const reader = page.frames().find((frame) => frame.url().endsWith('/frames/reader.html'));
    const left = end - Date.now();
    if (left < 0) throw new Error(`Waited ${PATIENCE} ms for ${VISIBLE} readable messages`);
    if (reader === undefined) {
      await page.waitForEvent('framenavigated', { timeout: left }).catch(() => undefined);
      continue;
    }
    const found = await reader.waitForFunction(
      () => document.documentElement.dataset['readableAt'],
      undefined,
      {
        timeout: left,
      },
    );
    return Number(await found.jsonValue());
  }
}

async function framesLoaded(page: Page): Promise<number> {
  const found = await page.waitForFunction(
    () => document.documentElement.dataset['framesLoaded'],
    undefined,
    {
      timeout: PATIENCE,
    },
  );
  return Number(await found.jsonValue());
}

function rowsOf(
  area: string,
  { sotto, one, twenty }: Record<'sotto' | 'one' | 'twenty', readonly Load[]>,
): Row[] {
  const of = (loads: readonly Load[], take: (load: Load) => number) => median(loads.map(take));
  const against = (what: string, take: (load: Load) => number, unit: string, goals: Goals = {}) => [
    compare(area, what, of(sotto, take), unit, '1 empty frame', of(one, take), goals.one),
    compare(area, what, of(sotto, take), unit, '20 empty frames', of(twenty, take), goals.twenty),
  ];
  // Extensions have their say once the document is parsed: what is before that is the page's, whatever stands in it.
  const since = ({ total, parsed }: Load) => total - parsed;
  const goals = { one: atMost(2), twenty: atMost(0.2) };
  return [
    ...against('20 readable, since the page was parsed', since, 'ms', goals),
    // The page's own time stands on both sides, and is more than a fifth of any sum: no goal against twenty frames.
    ...against('20 readable, since navigation began', ({ total }) => total, 'ms', { one: atMost(2) }),
    plain(
      area,
      'page parsed (with Sotto)',
      of(sotto, ({ parsed }) => parsed),
      'ms',
    ),
    ...against('frames in the page', ({ frames }) => frames, '').slice(1),
    ...against('memory', (load) => load.memory, 'MB'),
  ];
}

type Goals = { readonly one?: Goal; readonly twenty?: Goal };
