import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
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
for (let i = 0; i < 12; i += 1)
  test(`closed ${i}`, async () => {
    const panel = await openPanel(alice, demo.url, { width: 360, height: 740 });
    await people.waitUntilEncrypted(panel);
    if (i % 2 === 0) await people.writeMessage(panel, `in the panel ${i}`);
    const t = Date.now();
    await panel.close();
    await people.writeMessage(page, `in the page ${i}`);
    console.log('after close', Date.now() - t);
  });
