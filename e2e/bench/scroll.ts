/** (d) How evenly frames come while everything in the list is scrolled through, natively. */
import type { BenchBrowser } from './chromium';
import { readableInReader } from './load';
import { compare, type Row } from './report';
import { median, quantile } from './stats';

/** Milliseconds for the whole list, however long it is. */
const DURATION = 4000;

export async function measureScrolling(
  browser: BenchBrowser,
  port: number,
  path: string,
  count: number,
  rounds: number,
): Promise<Row[]> {
  const sotto: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < rounds; round++) {
    sotto.push(...(await scroll(browser, `http://localhost:${port}${path}`, true)));
    alone.push(...(await scroll(browser, `http://127.0.0.1:${port}${path}`, false)));
  }
  const area = `scrolling through ${count} messages`;
  const page = 'page alone';
  return [
    compare(area, 'time between frames, median', median(sotto), 'ms', page, median(alone)),
    compare(area, 'time between frames, 95 of 100', quantile(sotto, 0.95), 'ms', page, quantile(alone, 0.95)),
    compare(area, 'time between frames, longest', Math.max(...sotto), 'ms', page, Math.max(...alone)),
  ];
}

/** Milliseconds between one frame of the page and the next, from the list's end to its beginning. */
async function scroll(browser: BenchBrowser, url: string, hasSotto: boolean): Promise<readonly number[]> {
  const page = await browser.context.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    if (hasSotto) await readableInReader(page);
    const session = await browser.context.newCDPSession(page);
    const distance = await page.evaluate(() => document.querySelector('#list')?.scrollHeight ?? 0);
    await page.evaluate(() => {
      const deltas: number[] = [];
      let last = performance.now();
      const frame = (now: number) => {
        deltas.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      Object.assign(globalThis, { benchDeltas: deltas });
    });
    await session.send('Input.synthesizeScrollGesture', {
      x: 400,
      y: 400,
      yDistance: distance,
      speed: Math.round((1000 * distance) / DURATION),
      gestureSourceType: 'mouse',
    });
    return await page.evaluate(() =>
      (globalThis as unknown as { benchDeltas: number[] }).benchDeltas.slice(1),
    );
  } finally {
    await page.close();
  }
}
