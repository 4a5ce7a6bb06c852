/** Locks the vault after a time without use, when the screen locks, and on the person's key. */
import * as v from 'valibot';
import type { Platform } from './platform';
import type { Sender } from './sender';
import { sessionCell } from './session-cell';
import type { Vault } from './vault';

const LOCK_ALARM = 'lock';

/** Requests that pages make by themselves, and so prove no one's presence. */
const idleRequests: ReadonlySet<string> = new Set([
  'vault.look',
  'composer.look',
  'composer.sent',
  'reader.open',
  'prompt.look',
  'frame.claim',
  'chat.current',
  'panel.look',
  'chat.look',
  'frame.place',
]);
/** Milliseconds between two notes of use, so that typing does not write at every key. */
const NOTE_EVERY = 10_000;

export type AutoLock = {
  /** To be called before each request: notes use, and locks first if the time is already over. */
  readonly onRequest: (name: string, sender: Sender) => Promise<void>;
  /** To be called when the vault was opened or the settings changed. */
  readonly restart: () => Promise<void>;
  readonly onAlarm: (name: string) => Promise<void>;
  readonly onIdleState: (state: string) => Promise<void>;
};

export function createAutoLock(
  platform: Pick<Platform, 'session' | 'alarms'>,
  vault: Vault,
  now: () => number,
): AutoLock {
  const lastUse = sessionCell(platform.session, 'lastUse', v.number(), 0);

  /** When the vault is to lock, or null if it stays open. */
  const due = async (): Promise<number | null> => {
    if ((await vault.state()) !== 'unlocked') return null;
    const { lockAfterMinutes } = (await vault.clear()).settings;
    const used = await lastUse.get();
    return lockAfterMinutes === 0 || used === 0 ? null : used + lockAfterMinutes * 60_000;
  };

  const noteUse = async () => {
    const noted = await lastUse.update((before) =>
      now() - before < NOTE_EVERY ? [before, false] : [now(), true],
    );
    if (noted) await setAlarm();
  };
  const setAlarm = async () => {
    const when = await due();
    if (when === null) await platform.alarms.clear(LOCK_ALARM);
    else await platform.alarms.create(LOCK_ALARM, { when });
  };
  /** An alarm may come late, after the computer slept, so the time itself decides. */
  const lockIfDue = async () => {
    const when = await due();
    if (when === null || when > now()) return;
    await vault.lock();
    await lastUse.update(() => [0, undefined]);
  };

  return {
    onRequest: async (name, sender) => {
      await lockIfDue();
      if (sender.kind !== 'content' && !idleRequests.has(name)) await noteUse();
    },
    restart: async () => {
      await lastUse.update(() => [now(), undefined]);
      await setAlarm();
    },
    onAlarm: async (name) => {
      if (name !== LOCK_ALARM) return;
      await lockIfDue();
      await setAlarm();
    },
    onIdleState: async (state) => {
      // Firefox 153 reports "idle" and "active" only; there the time without use is what locks.
      if (state !== 'locked' || (await vault.state()) !== 'unlocked') return;
      if ((await vault.clear()).settings.lockOnScreenLock) await vault.lock();
    },
  };
}
