// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SottoError } from '../src/protocol/errors';
import type { CoreState } from './testing/fake-core';
import { field, find, mount, press, shows, type } from './testing/mount';
import { aliceUnlocked } from './testing/people';

vi.mock('../src/platform/browser', async () => {
  const { stage } = await import('./testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});

// The same estimate as in the browser, without the file that the build makes of it.
vi.mock('./core/load-strength', async (original) => {
  const real = await original<typeof import('./core/load-strength')>();
  return {
    ...real,
    loadStrength: async () => {
      await import('./strength');
      return Reflect.get(globalThis, real.strengthSlot) as unknown;
    },
  };
});

let unmount = () => undefined as void;
function start(change: Partial<CoreState>, options: Parameters<typeof mount>[1] = {}) {
  const mounted = mount({ ...aliceUnlocked(), ...change }, options);
  unmount = mounted.unmount;
  return mounted;
}
afterEach(() => unmount());

describe('first run', () => {
  const empty = { vault: 'empty', seal: null } as const;

  it('makes an identity from name, passphrase and the seal that is shown', async () => {
    const { core } = start(empty);
    await vi.waitFor(() => find('h1', 'Welcome to Sotto'));
    await type('Your name', ' Alice ');
    await type('Passphrase', 'violet anchor seven rivers');
    press('Create my identity');
    await vi.waitFor(() => find('[role="tab"]', 'This chat'));
    const made = core.asked.find(({ name }) => name === 'identity.create');
    expect(made?.body).toMatchObject({ name: 'Alice', passphrase: 'violet anchor seven rivers', version: 4 });
    expect(shows('Your identity is ready.')).toBe(true);
  });

  it('asks for what is missing, with the focus there, and sends nothing', async () => {
    const { core } = start(empty);
    await vi.waitFor(() => find('h1', 'Welcome to Sotto'));
    press('Create my identity');
    await vi.waitFor(() => expect(shows('Please enter a name.')).toBe(true));
    expect(document.activeElement).toBe(field('Your name'));
    await type('Your name', 'Alice');
    await type('Passphrase', 'short');
    press('Create my identity');
    await vi.waitFor(() => expect(shows('Please use at least 8 characters.')).toBe(true));
    expect(document.activeElement).toBe(field('Passphrase'));
    expect(core.asked.map(({ name }) => name)).not.toContain('identity.create');
  });

  it('keeps all that was typed when it fails, and takes one press only while it works', async () => {
    const { core } = start(empty);
    core.failOnce('identity.create', new SottoError('storage_failed'));
    const release = core.hold('identity.create');
    await vi.waitFor(() => find('h1', 'Welcome to Sotto'));
    await type('Your name', 'Alice');
    await type('Passphrase', 'violet anchor seven rivers');
    press('Create my identity');
    await vi.waitFor(() => expect(shows('Making your keys.')).toBe(true));
    press('Create my identity');
    release();
    await vi.waitFor(() => expect(document.querySelector('[role="alert"] .note.bad')).not.toBeNull());
    expect(core.asked.filter(({ name }) => name === 'identity.create')).toHaveLength(1);
    expect(field('Your name').value).toBe('Alice');
    expect(field('Passphrase').value).toBe('violet anchor seven rivers');
  });

  it('says how strong the passphrase is, and that the own name is no secret', async () => {
    start(empty);
    await vi.waitFor(() => find('h1', 'Welcome to Sotto'));
    await type('Passphrase', 'password');
    await vi.waitFor(() => expect(shows('Very weak')).toBe(true));
    await type('Passphrase', 'violet anchor seven rivers');
    await vi.waitFor(() => expect(shows('Strong.')).toBe(true));
    await type('Your name', 'Bartholomaeus');
    await type('Passphrase', 'bartholomaeus');
    await vi.waitFor(() => expect(shows('Very weak')).toBe(true));
  });

  it('shows the passphrase when asked to', async () => {
    start(empty);
    await vi.waitFor(() => expect(field('Passphrase').type).toBe('password'));
    press('Show');
    await vi.waitFor(() => expect(field('Passphrase').type).toBe('text'));
  });
});

describe('a locked vault', () => {
  it('stays locked on a wrong passphrase, says so, and opens on the right one', async () => {
    const { core } = start({ vault: 'locked' });
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    await type('Passphrase', 'nope');
    press('Unlock');
    await vi.waitFor(() => expect(field('Passphrase').getAttribute('aria-invalid')).toBe('true'));
    expect(document.querySelector('[role="alert"]')?.textContent).not.toBe('');
    expect(core.state.vault).toBe('locked');
    await type('Passphrase', core.state.passphrase);
    press('Unlock');
    await vi.waitFor(() => find('[role="tab"]', 'This chat'));
  });

  it('counts the wait down after too many tries, and asks nothing meanwhile', async () => {
    const { core } = start({ vault: 'locked' });
    core.failOnce('vault.unlock', new SottoError('try_later', '30'));
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    await type('Passphrase', 'nope');
    press('Unlock');
    await vi.waitFor(() => expect(document.querySelector('[role="timer"]')?.textContent).toMatch(/30|29/));
    document.querySelector('form')?.requestSubmit();
    expect(core.asked.filter(({ name }) => name === 'vault.unlock')).toHaveLength(1);
    expect(field('Passphrase').value).toBe('nope');
  });

  it('closes the window that was opened to unlock', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    const { core } = start({ vault: 'locked' }, { surface: 'window', hash: '#unlock' });
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    expect(close).not.toHaveBeenCalled();
    await type('Passphrase', core.state.passphrase);
    press('Unlock');
    await vi.waitFor(() => expect(close).toHaveBeenCalled());
  });
});

describe('the unlocked popup', () => {
  it('locks at once', async () => {
    const { core } = start({});
    await vi.waitFor(() => find('[role="tab"]', 'This chat'));
    press('Lock now');
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    expect(core.state.vault).toBe('locked');
  });

  it('shows nothing of the contacts once something else locked the vault', async () => {
    const { core, browser } = start({}, { hash: '#contacts' });
    await vi.waitFor(() => expect(shows('Bob Builder')).toBe(true));
    core.state.vault = 'locked';
    browser.announceChange();
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    expect(shows('Bob Builder')).toBe(false);
  });

  it('goes through the tabs with the arrow keys', async () => {
    start({});
    await vi.waitFor(() => find('[role="tab"]', 'This chat'));
    const tab = find('[role="tab"]', 'This chat');
    tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    await vi.waitFor(() =>
      expect(find('[role="tab"]', 'Settings').getAttribute('aria-selected')).toBe('true'),
    );
    expect(document.activeElement).toBe(find('[role="tab"]', 'Settings'));
  });

  it('keeps a setting and takes up the theme', async () => {
    const { core } = start({}, { hash: '#settings' });
    await vi.waitFor(() => find('h2', 'Locking'));
    find('label', 'Dark').querySelector('input')?.click();
    await vi.waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(core.state.settings).toStrictEqual({
      lockAfterMinutes: 15,
      lockOnScreenLock: true,
      theme: 'dark',
      notifications: 'none',
    });
  });
});

it('says plainly that the stored data cannot be read', async () => {
  start({ vault: 'unreadable' });
  await vi.waitFor(() => find('h1', 'Sotto cannot read its data'));
});
