/** (b) What looking for ciphertext costs: the scanner alone, and Sotto on a page of messages that hold none. */
import { bundle } from './bundle';
import type { BenchBrowser } from './chromium';
import { compare, plain, type Row } from './report';
import type { BenchServer } from './server';
import { median } from './stats';

/** Milliseconds that the page is watched after it loaded: Sotto's idle slices are over long before. */
const WINDOW = 2500;

/** Million characters per second, one number for each round. */
export type ScanRates = { readonly scan: number[]; readonly indexOf: number[] };

export async function measureScanner(browser: BenchBrowser, server: BenchServer): Promise<Row[]> {
  server.put('/scan.js', 'text/javascript', await bundle('scan'));
  server.put('/scan', 'text/html', '<!doctype html><title>Scan</title><script src="/scan.js"></script>');
  const page = await browser.context.newPage();
  const posted = server.nextPost();
  await page.goto(`http://127.0.0.1:${server.port}/scan`);
  const { scan, indexOf } = JSON.parse(await posted) as ScanRates;
  await page.close();
  return [compare('scan', 'scanner over plain text', median(scan), 'MB/s', 'one indexOf', median(indexOf))];
}

type Cost = { readonly task: number; readonly script: number; readonly layout: number };

export async function measurePlainPage(
  browser: BenchBrowser,
  port: number,
  path: string,
  rounds: number,
): Promise<Row[]> {
  const costs = { sotto: [] as Cost[], alone: [] as Cost[] };
  for (let round = 0; round < rounds; round++) {
    costs.sotto.push(await costOf(browser, `http://localhost:${port}${path}`));
    costs.alone.push(await costOf(browser, `http://127.0.0.1:${port}${path}`));
  }
  const area = '10000 plain messages';
  const of = (take: (cost: Cost) => number) =>
    [median(costs.sotto.map(take)), median(costs.alone.map(take))] as const;
  const [task, aloneTask] = of((cost) => cost.task);
  return [
    compare(area, 'main thread, all tasks', task, 'ms', 'without Sotto', aloneTask),
    compare(area, 'main thread, scripts', ...pair(of((cost) => cost.script))),
    compare(area, 'main thread, layout', ...pair(of((cost) => cost.layout))),
    plain(area, 'main thread, added by Sotto', task - aloneTask, 'ms'),
  ];
}

const pair = ([value, reference]: readonly [number, number]) =>
  [value, 'ms', 'without Sotto', reference] as const;

/** Milliseconds that the page's main thread worked, from the start of the navigation until it had long been idle. */
async function costOf(browser: BenchBrowser, url: string): Promise<Cost> {
  const page = await browser.context.newPage();
  try {
    // From a blank page of the same site, so that the process whose time is told stays the same.
    await page.goto(new URL('/blank', url).href);
    const session = await browser.context.newCDPSession(page);
    await session.send('Performance.enable');
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string) =>
        1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
      return { task: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration') };
    };
    const before = await read();
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(WINDOW);
    const after = await read();
    return {
      task: after.task - before.task,
      script: after.script - before.script,
      layout: after.layout - before.layout,
    };
  } finally {
    await page.close();
  }
}
