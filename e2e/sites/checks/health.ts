/** Sotto says how it gets on with the page; where the site was redesigned it says that, and nothing plain goes out. */
import { healthStateOf, type HealthState, type HealthView } from '../../../src/protocol/health';
import * as people from '../../lib/people';
import { until } from '../../lib/poll';
import { expect } from '../../lib/test';
import type { Who } from '../framework/peers';
import type { Chat } from './chat';

export type HealthOf = (who: Who) => Promise<HealthView | null>;

const untilReported = (healthOf: HealthOf, who: Who, wanted: HealthState) =>
  until(`${who}’s page to be reported as ${wanted}`, async () => {
    const health = await healthOf(who);
    return health !== null && healthStateOf(health) === wanted && health;
  });

/** Both can write, and what Alice wrote was seen to leave. */
export async function reportsWorking({ page }: Chat, healthOf: HealthOf): Promise<void> {
  for (const who of ['alice', 'bob'] as const) {
    const health = await untilReported(healthOf, who, 'working');
    expect(health).toMatchObject({ site: page.site, chat: 'open', box: 'found', list: 'found' });
    expect([health.boxAt, health.listAt]).not.toContain(null);
  }
  expect(await healthOf('alice')).toMatchObject({ insert: 'held', sent: 'seen' });
}

/** Alice's box is renamed: she cannot write, neither in the composer nor in the box beneath. */
export async function survivesRenamedBox({ alice }: Chat, healthOf: HealthOf, text: string): Promise<void> {
  await alice.bringToFront();
  await alice.evaluate(() => testPage.rename('box'), undefined);
  await untilReported(healthOf, 'alice', 'broken');
  const composer = await people.composerOf(alice);
  await composer.type(people.composerBox, text);
  await composer.press('Enter');
  await composer.waitFor('#status[data-tone="bad"]');
  expect(await people.textIn(composer)).toBe(text);
  await alice.evaluate(() => testPage.focusBox(), undefined);
  await alice.keys(text);
  expect(await alice.evaluate(() => testPage.boxText(), undefined)).toBe('');
}

/** Bob's list is renamed: what he writes goes out encrypted still. */
export async function survivesRenamedList(
  { page, server, bob }: Chat,
  healthOf: HealthOf,
  text: string,
): Promise<void> {
  await bob.bringToFront();
  await bob.evaluate(() => testPage.rename('list'), undefined);
  await untilReported(healthOf, 'bob', 'degraded');
  const before = server.messages(page).length;
  const composer = await people.composerOf(bob);
  await composer.type(people.composerBox, text);
  await composer.press('Enter');
  await until('his message at the server', () => server.messages(page).length > before);
}
