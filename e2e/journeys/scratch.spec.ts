import { startDemo, type Demo } from '../demo/server';
import type { Page, Person, Surface } from '../lib/driver';
import * as people from '../lib/people';
import { test } from '../lib/test';
import { meet } from './couple';
import { openPanel } from './open-panel';

let demo: Demo;
let alice: Person;
let bob: Person;
let page: Page;
test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  page = await meet(alice, bob, demo);
});
test.afterAll(() => demo.close());
const state = (s: Surface) =>
  s.evaluate(
    () =>
      new Promise<string>((done) => {
        const t = setTimeout(() => done(`${document.visibilityState} focus=${document.hasFocus()} NO-RAF`), 400);
        requestAnimationFrame(() => {
          clearTimeout(t);
          done(`${document.visibilityState} focus=${document.hasFocus()} raf`);
        });
      }),
    undefined,
  );
for (let i = 0; i < 8; i += 1)
  test(`closed ${i}`, async () => {
    test.setTimeout(60_000);
    const panel = await openPanel(alice, demo.url, { width: 360, height: 740 });
    await people.waitUntilEncrypted(panel);
    const t = Date.now();
    await panel.close();
    const out: string[] = [];
    out.push(`closed ${Date.now() - t}: page ${await state(page)}`);
    await page.bringToFront();
    out.push(`front ${Date.now() - t}: page ${await state(page)}`);
    const c = await people.composerOf(page);
    for (let k = 0; k < 10; k += 1) {
      out.push(`${Date.now() - t}: page ${await state(page)} | composer ${await state(c).catch(String)}`);
      await new Promise((r) => setTimeout(r, 300));
    }
    if (i % 2) {
      await page.screenshot('/tmp/places/shot.png');
      out.push(`shot ${Date.now() - t}: page ${await state(page)} | composer ${await state(c).catch(String)}`);
    }
    console.log(out.join('\n'));
  });
