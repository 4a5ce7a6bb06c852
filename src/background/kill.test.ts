/**
 * The worker is killed at each call that it makes, before it and after it, in the middle of everything that changes the
 * vault. What the next worker finds is the vault of before or the one of after, whole, and never neither.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { made } from '../openpgp/testing/made';
import type { RequestBody, RequestName } from '../protocol/core';
import { createCore } from './core';
import { senders } from './testing/fake-browser';
import { mortal } from './testing/mortal';
import { createPerson, PASSPHRASE, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));
// Argon2id is tested where it is; here a backup is opened dozens of times.
vi.mock('../openpgp/backup', () => import('./testing/cheap-backup'));

const chat = { site: 'chat.example', chat: 'room' };
const NOW = Date.UTC(2026, 4, 3, 12);
const NEXT = 'granite lullaby orbit thimble';
const seal = { picture: 3, hue: 60 };
const clock = { now: NOW };
let key = '';
let keyFingerprint = '';
let backup = { file: '', words: '' };

beforeAll(async () => {
  const other = await made({ date: new Date(NOW - 1000) });
  key = other.armor();
  keyFingerprint = other.getFingerprint();
  const alice = await person();
  const { words } = await alice.popup('recovery.words', { current: PASSPHRASE, renew: false });
  backup = { words: words.join(' '), file: (await alice.popup('backup.save', {})).file };
});

async function person(name = 'Alice'): Promise<Person> {
  const somebody = createPerson(name, clock, chat);
  await somebody.setUp();
  return somebody;
}
const nobody = async () => createPerson('Nobody', clock, chat);

/** What the next worker finds, in words that tell the two states apart. */
async function found(who: Person): Promise<string> {
  who.restartWorker();
  const { state } = await who.popup('vault.look', {});
  if (state === 'empty') return 'empty';
  let opened = 'open';
  if (state === 'locked') {
    opened = PASSPHRASE;
    await who.popup('vault.unlock', { passphrase: PASSPHRASE }).catch(async () => {
      opened = NEXT;
      await who.popup('vault.unlock', { passphrase: NEXT });
    });
  }
  const names = (await who.popup('identity.list', {})).map(({ name }) => name).sort();
  const { made: sheet } = await who.popup('recovery.look', {});
  const [{ expires } = { expires: null }] = await who.popup('identity.list', {});
  return [names.join('+'), expires, sheet === null ? 'no sheet' : 'sheet', opened].join(', ');
}

type Act<N extends RequestName = RequestName> = {
  readonly name: N;
  readonly body: (who: Person) => Promise<RequestBody<N>>;
  readonly begin: () => Promise<Person>;
};
const act = <N extends RequestName>(
  name: N,
  body: (who: Person) => Promise<RequestBody<N>> | RequestBody<N>,
  begin: () => Promise<Person> = person,
) => ({ name, body: async (who: Person) => body(who), begin }) as unknown as Act;

const own = async (who: Person) => (await who.popup('identity.list', {}))[0]?.identity ?? '';
const acts: readonly Act[] = [
  act('identity.create', () => ({ name: 'Alice', passphrase: PASSPHRASE, version: 4, seal }), nobody),
  act('identity.add', () => ({ name: 'Alice at work', version: 4 })),
  act('identity.import', () => ({
    source: { kind: 'text', text: key },
    fingerprints: [keyFingerprint],
    passphrase: '',
  })),
  act('identity.rename', async (who) => ({ identity: await own(who), name: 'Alicia' })),
  act('identity.setValidity', async (who) => ({ identity: await own(who), expires: NOW + 86_400_000 })),
  act('vault.changePassphrase', () => ({ current: PASSPHRASE, next: NEXT })),
  act('recovery.words', () => ({ current: PASSPHRASE, renew: false })),
  act('backup.restore', () => ({ ...backup, passphrase: PASSPHRASE, seal }), nobody),
  act(
    'backup.merge',
    () => backup,
    () => person('Carol'),
  ),
];

describe.each(acts)('$name', ({ name, body, begin }) => {
  it('leaves the vault of before or the one of after, whenever the worker is killed', async () => {
    const whole = await begin();
    // A browser that ended forgets the data key: then the passphrase opens the vault, or nothing does.
    const before = await looked(await begin());
    await whole.popup(name, await body(whole));
    const after = await looked(whole);
    const seen = new Set<string>();
    for (let last = 0, isDead = true; isDead; last += 1) {
      for (const done of [false, true]) {
        const who = await begin();
        const request = { name, body: await body(who) };
        const dying = mortal(who.browser.platform, who.store, last, done);
        const core = createCore(dying.platform, dying.store, () => clock.now);
        const answered = core.answer(request, senders.popup()).then(() => 'answered');
        isDead = (await Promise.race([answered, dying.died.then(() => 'died')])) === 'died';
        if (!isDead) break;
        const state = await looked(who);
        expect([before, after]).toContain(state);
        seen.add(state);
      }
    }
    // Killed early it is the one, killed late the other: the test came through all of it.
    expect([...seen].sort()).toEqual([...new Set([before, after])].sort());
  }, 120_000);
});

async function looked(who: Person): Promise<string> {
  who.browser.endSession();
  return found(who);
}
