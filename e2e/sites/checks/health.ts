/** Sotto says how it gets on with the page; where the site was redesigned it says that, and nothing plain goes out. */
import { healthStateOf, type HealthState, type HealthView } from '../../../src/protocol/health';
import { hosted, products } from '../../../src/sites/catalogue';
import * as people from '../../lib/people';
import { until } from '../../lib/poll';
import { expect } from '../../lib/test';
import type { Who } from '../framework/peers';
import type { Chat } from './chat';

export type HealthOf = (who: Who) => Promise<HealthView | null>;

async function untilReported(
  healthOf: HealthOf,
  who: Who,
  wanted: readonly HealthState[],
): Promise<HealthView> {
  let last: HealthView | null = null;
  const reported = until(`${who}’s page to be reported as ${wanted.join(' or ')}`, async () => {
    last = await healthOf(who);
    return last !== null && wanted.includes(healthStateOf(last)) && last;
  });
  return reported.catch((error: unknown) => {
    throw new Error(`${String(error)}, where the last report was ${JSON.stringify(last)}`, { cause: error });
  });
}

/** All that the site's facts find it by. */
const selectorsOf = ({ page }: Chat, what: 'box' | 'list'): string[] =>
  [...hosted, ...products]
    .filter(({ id }) => id === page.site)
    .flatMap(({ surfaces }) => surfaces.flatMap((surface) => surface[what]));

/** Both can write, and what Alice wrote was seen to leave. */
export async function reportsWorking({ page }: Chat, healthOf: HealthOf): Promise<void> {
  for (const who of ['alice', 'bob'] as const) {
    const health = await untilReported(healthOf, who, ['working']);
    expect(health).toMatchObject({ site: page.site, chat: 'open', box: 'found', list: 'found' });
    expect([health.boxAt, health.listAt]).not.toContain(null);
  }
  expect(await healthOf('alice')).toMatchObject({ insert: 'held', sent: 'seen' });
}

/** Alice's box is renamed: she cannot write, neither in the composer nor in the box beneath. */
export async function survivesRenamedBox(chat: Chat, healthOf: HealthOf, text: string): Promise<void> {
  const { alice } = chat;
  await alice.bringToFront();
  await alice.evaluate((selectors) => testPage.rename(selectors), selectorsOf(chat, 'box'));
  await untilReported(healthOf, 'alice', ['broken']);
  const composer = await people.composerOf(alice);
  await composer.type(people.composerBox, text);
  await composer.press('Enter');
  await composer.waitFor('#status[data-tone="bad"]');
  expect(await people.textIn(composer)).toBe(text);
  await alice.evaluate(() => testPage.focusBox(), undefined);
  await alice.keys(text);
  expect(await alice.evaluate(() => testPage.boxText(), undefined)).toBe('');
}

/** Bob's list is renamed: what he writes goes out encrypted still, unless the chat itself was named by it. */
export async function survivesRenamedList(chat: Chat, healthOf: HealthOf, text: string): Promise<void> {
  const { page, server, bob } = chat;
  await bob.bringToFront();
  await bob.evaluate((selectors) => testPage.rename(selectors), selectorsOf(chat, 'list'));
  const health = await untilReported(healthOf, 'bob', ['degraded', 'broken']);
  if (health.box === 'missing') return;
  const before = server.messages(page).length;
  const composer = await people.composerOf(bob);
  await composer.type(people.composerBox, text);
  await composer.press('Enter');
  await until('his message at the server', () => server.messages(page).length > before);
}
