// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noWebClient } from '../../src/sites/no-web-client';
import { mount, shows } from '../testing/mount';
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

async function open() {
  const mounted = mount({ ...aliceUnlocked(), known }, { hash: '#sites' });
  unmount = mounted.unmount;
  await vi.waitFor(() => expect(shows('Zalo')).toBe(true));
}
const item = (name: string) =>
  [...document.querySelectorAll('li')].find((one) => one.querySelector('strong')?.textContent === name);

describe('sites that Sotto knows', () => {
  it('are marked experimental where the facts are thin, and only there', async () => {
    await open();
    expect(item('Zalo')?.querySelector('.badge')?.textContent).toBe('Experimental');
    expect(item('Discord')?.querySelector('.badge')).toBeNull();
  });
});

describe('messengers without a website', () => {
  it('stand there, each with why', async () => {
    await open();
    for (const { name } of noWebClient) {
      expect(item(name)?.textContent).toMatch(/has no website|extension of its own|refuses to log in/);
    }
  });
});
