/** Alice and Bob in two browsers that last for the whole spec: they have met already, and each page is one more chat. */
import type { HealthOf } from './checks/health';
import { pairOf, peers, type Who } from './framework/peers';
import type { SitesServer } from './framework/server';
import type { SitePage } from './framework/site-page';
import type { CoreAsk } from '../lib/core-ask';
import { openCore } from '../lib/core-ask';
import { products } from '../../src/sites/catalogue';
import type { Page, Person } from '../lib/driver';
import { earliestRecorder } from '../lib/page-search';

export type Couple = {
  readonly people: Readonly<Record<Who, Person>>;
  /** Switches this site on for both, and opens their chat in both browsers; encrypted unless told otherwise. */
  readonly open: (server: SitesServer, page: SitePage, encrypted?: boolean) => Promise<Record<Who, Page>>;
  /** What Sotto says of the page that this person opened last. */
  readonly healthOf: HealthOf;
};

const passphrase = 'harbour violin seventeen moss';

export async function meet(launch: () => Promise<Person>): Promise<Couple> {
  const [alice, bob] = await Promise.all([launch(), launch()]);
  const people = { alice, bob };
  const cores: Record<Who, CoreAsk> = { alice: await openCore(alice), bob: await openCore(bob) };
  const certificate = async (who: Who) => {
    const { name } = peers[who];
    const made = await cores[who]('identity.create', {
      name,
      passphrase,
      version: 4,
      seal: { picture: 1, hue: 200 },
    });
    await cores[who]('settings.set', {
      lockAfterMinutes: 0,
      lockOnScreenLock: false,
      theme: 'light',
      notifications: 'none',
    });
    return made.certificate;
  };
  const certificates = { alice: await certificate('alice'), bob: await certificate('bob') };
  const contacts = {
    alice: (await cores.alice('contacts.add', { armored: certificates.bob })).contact,
    bob: (await cores.bob('contacts.add', { armored: certificates.alice })).contact,
  };

  const open = async (who: Who, server: SitesServer, page: SitePage, on: boolean) => {
    const origin = server.originOf(page);
    await cores[who]('sites.set', { origin, on: true });
    for (const { site, chat } of [page, ...(page.beside ? [page.beside] : [])]) {
      const id = chat(pairOf(who));
      // A product runs on many hosts, so its chats carry their host's name.
      const isProduct = products.some(({ id: product }) => product === site);
      const conversation = { site, chat: isProduct ? `${new URL(origin).host} ${id}` : id };
      await cores[who]('chat.set', { conversation, on, members: [contacts[who]] });
    }
    return people[who].openPage(server.chatUrl(page, who), { initScript: earliestRecorder });
  };
  return {
    people,
    open: async (server, page, encrypted = true) => {
      const [here, there] = await Promise.all([
        open('alice', server, page, encrypted),
        open('bob', server, page, encrypted),
      ]);
      return { alice: here, bob: there };
    },
    healthOf: async (who) => (await cores[who]('chat.current', {})).health,
  };
}
