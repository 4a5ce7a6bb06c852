// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Notifications } from '../../src/protocol/shapes';
import { find, mount, press, shows } from '../testing/mount';
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

async function open({ chosen = 'none', grant = true }: { chosen?: Notifications; grant?: boolean } = {}) {
  const state = aliceUnlocked();
  const mounted = mount(
    { ...state, settings: { ...state.settings, notifications: chosen } },
    { hash: '#settings' },
  );
  unmount = mounted.unmount;
  mounted.browser.permissionLog.grant = grant;
  await vi.waitFor(() => find('legend', 'Notifications'));
  return mounted;
}
const choice = (name: string) => find('label', name).querySelector('input');
const refusal = 'Your browser does not allow Sotto to show notifications';

describe('notifications', () => {
  it('are off until they are chosen, and nothing is asked for', async () => {
    const { browser } = await open();
    expect(choice('No notifications from Sotto')?.checked).toBe(true);
    expect(choice('Say only who wrote')?.checked).toBe(false);
    expect(choice('Show who wrote and the text')?.checked).toBe(false);
    expect(browser.permissionLog.asked).toEqual([]);
    expect(shows(refusal)).toBe(false);
  });

  it('are asked for in the click itself, and kept', async () => {
    const { core, browser } = await open();
    choice('Say only who wrote')?.click();
    // No await between: a browser shows its question for the click alone.
    expect(browser.permissionLog.asked).toEqual([['notifications']]);
    await vi.waitFor(() => expect(core.state.settings.notifications).toBe('name'));
    await vi.waitFor(() => expect(choice('Say only who wrote')?.checked).toBe(true));
    expect(shows(refusal)).toBe(false);
  });

  it('with the text say where it can be read by others', async () => {
    await open();
    expect(shows('lock screen')).toBe(false);
    choice('Show who wrote and the text')?.click();
    await vi.waitFor(() => expect(shows('lock screen')).toBe(true));
  });

  it('say so if the browser refuses, and ask it again', async () => {
    const { core, browser } = await open({ grant: false });
    choice('Show who wrote and the text')?.click();
    await vi.waitFor(() => expect(shows(refusal)).toBe(true));
    expect(core.state.settings.notifications).toBe('text');
    browser.permissionLog.grant = true;
    press('Ask the browser again');
    expect(browser.permissionLog.asked).toHaveLength(2);
    await vi.waitFor(() => expect(shows(refusal)).toBe(false));
  });

  it('say so if the permission is taken away later', async () => {
    const { browser } = await open();
    choice('Say only who wrote')?.click();
    await vi.waitFor(() => expect(choice('Say only who wrote')?.checked).toBe(true));
    expect(shows(refusal)).toBe(false);
    browser.takeBack('notifications');
    await vi.waitFor(() => expect(shows(refusal)).toBe(true));
  });

  it('say so if it was taken away before', async () => {
    await open({ chosen: 'text' });
    await vi.waitFor(() => expect(shows(refusal)).toBe(true));
  });

  it('give the permission back when they are switched off', async () => {
    const { core, browser } = await open({ chosen: 'text' });
    choice('No notifications from Sotto')?.click();
    await vi.waitFor(() => expect(browser.permissionLog.removed).toEqual([['notifications']]));
    expect(core.state.settings.notifications).toBe('none');
    await vi.waitFor(() => expect(shows(refusal)).toBe(false));
  });
});
