import { describe, expect, it } from 'vitest';
import type { Health } from '../protocol/health';
import { createSiteHealth } from './site-health';
import { createPerson } from './testing/person';
import { createFakeBrowser, senders } from './testing/fake-browser';

const well: Health = {
  chat: 'open',
  box: 'found',
  boxAt: 0,
  list: 'found',
  listAt: 0,
  insert: 'untried',
  sent: 'untried',
};
const none: Health = { ...well, chat: 'none', box: 'missing', boxAt: null, list: 'missing', listAt: null };

describe('site health', () => {
  it('keeps the newest of each tab, and prefers the frame with the chat', async () => {
    const health = createSiteHealth(createFakeBrowser().platform.session);
    await health.note({ tab: 1, frame: 0, view: { site: 'slack', ...none } });
    await health.note({ tab: 1, frame: 5, view: { site: 'slack', ...well } });
    await health.note({ tab: 2, frame: 0, view: { site: 'discord', ...none } });
    expect(await health.inTab(1)).toMatchObject({ chat: 'open' });
    expect(await health.inTab(2)).toMatchObject({ site: 'discord', chat: 'none' });
    expect(await health.inTab(null)).toMatchObject({ site: 'discord' });
    await health.note({ tab: 1, frame: 0, view: { site: 'slack', ...none } });
    expect(await health.inTab(1)).toMatchObject({ chat: 'none' });
    await health.forgetTab(1);
    expect(await health.inTab(1)).toBeNull();
  });

  it('never passes on the name of a site that Sotto has no facts about', async () => {
    const person = createPerson('Alice', { now: 0 }, { site: 'chat.example', chat: 'room' });
    person.browser.granted.add('https://chat.example/*');
    await person.popup('sites.set', { origin: 'https://chat.example', on: true });
    await person.content('site.health', { site: 'chat.example', health: well });
    const { health } = await person.popup('panel.look', { tab: 1 });
    expect(health).toEqual({ site: 'generic', ...well });
    const other = senders.content(1, 'https://other.example/');
    await expect(person.ask('site.health', { site: 'discord', health: well }, other)).rejects.toThrow(
      'unknown_site',
    );
  });
});
