import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPerson, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const MINUTE = 60_000;
let clock: { now: number };
let alice: Person;

const settings = (over: Partial<{ lockAfterMinutes: number; lockOnScreenLock: boolean }>) =>
  alice.popup('settings.set', {
    lockAfterMinutes: 10,
    lockOnScreenLock: true,
    theme: 'system',
    notifications: 'none',
    ...over,
  });
const state = async () => (await alice.popup('vault.look', {})).state;

beforeEach(async () => {
  clock = { now: Date.UTC(2026, 0, 2) };
  alice = createPerson('Alice', clock, chat);
  await alice.setUp();
  await settings({});
});

describe('auto-lock', () => {
  it('locks after the chosen time without use', async () => {
    expect(alice.browser.alarms.get('lock')).toBe(clock.now + 10 * MINUTE);
    clock.now += 10 * MINUTE;
    await alice.core().onAlarm('lock');
    expect(await state()).toBe('locked');
  });

  it('locks before anything is handled when the alarm came late', async () => {
    clock.now += 10 * MINUTE;
    await expect(alice.popup('contacts.list', {})).rejects.toMatchObject({ code: 'locked' });
  });

  it('starts anew with each use, by a restarted worker too', async () => {
    clock.now += 9 * MINUTE;
    alice.restartWorker();
    await alice.popup('contacts.list', {});
    expect(alice.browser.alarms.get('lock')).toBe(clock.now + 10 * MINUTE);
    clock.now += 9 * MINUTE;
    await alice.core().onAlarm('lock');
    expect(await state()).toBe('unlocked');
  });

  it('does not take what a page does by itself for use', async () => {
    const reader = await alice.place('reader');
    const before = alice.browser.alarms.get('lock');
    clock.now += 9 * MINUTE;
    await reader('reader.open', { items: [] });
    await alice.content('chat.look', { conversation: chat, title: '' });
    expect(alice.browser.alarms.get('lock')).toBe(before);
  });

  it('never comes by time when that is what was chosen', async () => {
    await settings({ lockAfterMinutes: 0 });
    expect(alice.browser.alarms.has('lock')).toBe(false);
    clock.now += 1000 * MINUTE;
    expect(await state()).toBe('unlocked');
  });

  it('follows the screen lock unless switched off', async () => {
    await alice.core().onIdleState('idle');
    expect(await state()).toBe('unlocked');
    await settings({ lockOnScreenLock: false });
    await alice.core().onIdleState('locked');
    expect(await state()).toBe('unlocked');
    await settings({ lockOnScreenLock: true });
    await alice.core().onIdleState('locked');
    expect(await state()).toBe('locked');
  });
});
