import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FILE_PORT, type FromFileCore } from '../protocol/file-port';
import { senders } from './testing/fake-browser';
import { transferFile } from './testing/file-transfer';
import { introduce } from './testing/introduce';
import { createPerson, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
const file = new Uint8Array(2_500_000).map((_, at) => (at * 7 + (at >> 8)) & 0xff);
let alice: Person;
let bob: Person;

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
  await introduce(alice, bob);
});

const fingerprintOf = async (person: Person) => (await person.popup('identity.look', {}))?.fingerprint ?? '';
const seal = async (person: Person, onPiece?: () => void) =>
  transferFile(
    person.core(),
    await person.pair('composer'),
    { type: 'seal', size: file.length },
    file,
    onPiece,
  );
const open = async (person: Person, sealed: Uint8Array<ArrayBuffer>, key: string, author: string) =>
  transferFile(person.core(), await person.pair('reader'), { type: 'open', key, author }, sealed);

describe('a file', { timeout: 20_000 }, () => {
  it('comes to the other side, and can be read by oneself, as by its author alone', async () => {
    const { bytes, key } = await seal(alice);
    expect(Buffer.from(bytes).includes(Buffer.from(file.subarray(0, 64)))).toBe(false);
    const author = await fingerprintOf(alice);
    for (const reader of [alice, bob])
      expect(Buffer.from((await open(reader, bytes, key, author)).bytes).equals(file)).toBe(true);
    await expect(open(bob, bytes, key, await fingerprintOf(bob))).rejects.toThrow('file_damaged');
  });

  it('is refused when it was changed, cut, or has another key', async () => {
    const { bytes, key } = await seal(alice);
    const author = await fingerprintOf(alice);
    const changed = bytes.slice();
    changed[bytes.length - 1_000_000] = (changed[bytes.length - 1_000_000] ?? 0) ^ 1;
    await expect(open(bob, changed, key, author)).rejects.toThrow('file_damaged');
    await expect(open(bob, bytes.subarray(0, -1), key, author)).rejects.toThrow('file_damaged');
    await expect(
      open(
        bob,
        bytes,
        key.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        author,
      ),
    ).rejects.toThrow('file_damaged');
  });

  it('is asked for by our own frames alone, each for its own job', async () => {
    const wish = { type: 'seal', size: file.length } as const;
    for (const sender of [senders.content(1), senders.popup(), await alice.pair('reader')])
      await expect(transferFile(alice.core(), sender, wish, file)).rejects.toThrow(
        /bad_request|frame_not_paired/,
      );
  });

  it('goes to nobody in a chat that is switched off', async () => {
    const composer = await alice.place('composer');
    await composer('composer.turnOff', {});
    await expect(seal(alice)).rejects.toThrow('not_encrypted');
  });

  it('is not handed on when Sotto was locked meanwhile', async () => {
    let locking: Promise<void> | undefined;
    const sealing = seal(alice, () => {
      locking ??= alice.core().lock();
    });
    await expect(sealing).rejects.toThrow('locked');
    await locking;
  });

  it('must be as long as was said', async () => {
    const sender = await alice.pair('composer');
    const wish = { type: 'seal', size: file.length + 1 } as const;
    await expect(transferFile(alice.core(), sender, wish, file)).rejects.toThrow('file_unreadable');
  });

  it('ends with a word where what comes is no piece of a file', async () => {
    for (const nonsense of [{ type: 'piece', data: 'a*b' }, { type: 'piece', data: 7 }, 'piece']) {
      const sender = await alice.pair('composer');
      const words: FromFileCore[] = [];
      const listeners: ((message: unknown) => void)[] = [];
      alice.core().connect(
        FILE_PORT,
        {
          postMessage: (word) => words.push(word),
          onMessage: { addListener: (listener) => void listeners.push(listener) },
          onDisconnect: { addListener: () => undefined },
        },
        sender,
      );
      const [say] = listeners;
      say?.({ type: 'seal', size: file.length });
      await vi.waitFor(() => expect(words.some(({ type }) => type === 'want')).toBe(true));
      say?.(nonsense);
      await vi.waitFor(() => expect(words.at(-1)?.type).toBe('failed'));
      expect(words.filter(({ type }) => type === 'failed' || type === 'end')).toHaveLength(1);
    }
  });
});
