// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noWebClient } from '../../src/sites/no-web-client';
import { find, mount, shows } from '../testing/mount';
import { aliceUnlocked } from '../testing/people';

vi.mock('../../src/platform/browser', async () => {
  const { stage } = await import('../testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});

let unmount = () => undefined as void;
afterEach(() => unmount());

const known = [
  { site: 'discord', name: 'Discord', hosts: ['discord.com'], experimental: false },
  { site: 'zalo', name: 'Zalo', hosts: ['chat.zalo.me'], experimental: true },
];

async function open(language?: 'en' | 'de') {
  const mounted = mount({ ...aliceUnlocked(), known }, { hash: '#sites', ...(language ? { language } : {}) });
  unmount = mounted.unmount;
  await shows('Zalo');
}

describe('sites that Sotto knows', () => {
  it('are marked experimental where the facts are thin, and only there', async () => {
    await open();
    expect(find('li', 'Zalo').querySelector('.badge')?.textContent).toBe('Experimental');
    expect(find('li', 'Discord').querySelector('.badge')).toBeNull();
  });
});

describe('messengers without a website', () => {
  it('stand there, each with why', async () => {
    await open();
    for (const { name } of noWebClient) {
      expect(find('li', name).textContent).toMatch(/(has no website|extension of its own|refuses to log in)/);
    }
  });
});
