/** Somebody has begun to write in the messenger's box, and then starts encryption. */
import { startDemo, type Demo } from '../demo/server';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { arrive } from './couple';

const begun = 'begun before it was encrypted';
let demo: Demo;

test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test('what they wrote is offered, the invitation goes out without it, and the page goes on', async ({
  launch,
}) => {
  const page = await arrive(await launch(), 'Alice', demo);
  await page.bringToFront();
  const pill = await page.frameWith('button.pill');
  await page.type('footer [contenteditable][role="textbox"]', begun);
  await pill.click('button.pill');
  const composer = await people.composerOf(page);
  await composer.waitFor('.question');
  await until('the invitation at the server', () => demo.messages('alice-bob').length === 1);
  expect(demo.messages('alice-bob')[0]?.text).not.toContain(begun);
  expect(await page.text('footer [contenteditable][role="textbox"]')).toBe('');
  await composer.click(byRole('button', 'Take it over'));
  await composer.waitForResult(
    'it in the composer',
    (text) => document.querySelector('textarea')?.value === text,
    begun,
  );
});
