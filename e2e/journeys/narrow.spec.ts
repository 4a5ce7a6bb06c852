/** A window that became narrower while an invitation stood in it: the card fits, and takes its press. */
import { startDemo, type Demo } from '../demo/server';
import type { Person } from '../lib/driver';
import * as people from '../lib/people';
import { test } from '../lib/test';
import { arrive } from './couple';

let demo: Demo;
let alice: Person;
let bob: Person;

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
});
test.afterAll(() => demo.close());

test('an invitation is accepted in a window that became narrow', async () => {
  const [here, there] = await Promise.all([arrive(alice, 'Alice', demo), arrive(bob, 'Bob', demo)]);
  await people.startEncryption(here);
  await there.bringToFront();
  await there.resize(1200, 720);
  await there.frameWith('.card .strong[aria-disabled="false"]');
  await there.resize(400, 720);
  await people.acceptInvitation(there);
  await people.waitUntilEncrypted(there);
});
