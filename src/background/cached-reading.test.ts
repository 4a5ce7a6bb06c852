/** Reading the same again: without decoding and decrypting anew, and never past what has changed meanwhile. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readMessage } from '../openpgp/decrypt';
import type { Reading } from '../protocol/reading';
import { createContactReader } from './contact-reader';
import { createReader, type Reader } from './reader';
import { introduce, tokenIn } from './testing/introduce';
import { createPerson, PASSPHRASE, type Person } from './testing/person';
import { createOwnWriting } from './own-writing';
import { createVault } from './vault';
import { readWireText } from './wire-text';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));
vi.mock('../openpgp/decrypt', { spy: true });
vi.mock('./wire-text', { spy: true });

const chat = { site: 'chat.example', chat: 'room' };
const elsewhere = { site: 'chat.example', chat: 'elsewhere' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
let alice: Person;
let bob: Person;

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
  await introduce(alice, bob);
});

/** The readings, and how many wire texts were decoded and messages decrypted for them. */
async function reading(wires: readonly string[], person = bob, at = chat) {
  vi.mocked(readWireText).mockClear();
  vi.mocked(readMessage).mockClear();
  const readings = await person.read(wires, at);
  const [decoded, decrypted] = [vi.mocked(readWireText), vi.mocked(readMessage)].map(
    ({ mock }) => mock.calls.length,
  );
  return { readings, decoded, decrypted };
}
const stateOf = ([one]: readonly Reading[]) => one && 'state' in one && one.state;

describe('what was read before', () => {
  it('is neither decoded nor decrypted again', async () => {
    const wires = [await alice.write('one'), await alice.write('two')].flat();
    const first = await reading(wires);
    expect(first).toMatchObject({ decoded: 2, decrypted: 2 });
    const second = await reading(wires.toReversed());
    expect(second).toEqual({ readings: first.readings.toReversed(), decoded: 0, decrypted: 0 });
  });

  it('in parts is put together, but not decrypted again', async () => {
    const wires = await alice.write('long '.repeat(400), chat, 1000);
    expect(wires.length).toBeGreaterThan(1);
    const first = await reading(wires);
    expect(first).toMatchObject({ decoded: wires.length, decrypted: 1 });
    const second = await reading(wires);
    expect(second).toEqual({ readings: first.readings, decoded: wires.length, decrypted: 0 });
  });

  it('is judged anew in another chat, and that changes nothing here', async () => {
    const wires = await alice.write('for this room');
    expect(stateOf((await reading(wires)).readings)).toBe('pinned');
    for (const [at, state] of [
      [elsewhere, 'wrong-chat'],
      [chat, 'pinned'],
    ] as const) {
      const { readings, decrypted } = await reading(wires, bob, at);
      expect(stateOf(readings)).toBe(state);
      expect(decrypted).toBeGreaterThan(0);
    }
  });

  it('is gone with a lock', async () => {
    const wires = await alice.write('secret');
    await bob.read(wires);
    await bob.popup('vault.lock', {});
    expect((await reading(wires)).readings).toEqual([{ kind: 'closed', state: 'locked' }]);
    await bob.popup('vault.unlock', { passphrase: PASSPHRASE });
    expect(await reading(wires)).toMatchObject({ decoded: 1, decrypted: 1 });
  });

  it('by somebody unknown is read anew once they are a contact, even decoded anew', async () => {
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const armoredOf = async (person: Person) => (await person.popup('identity.look', {}))?.certificate ?? '';
    const { contact } = await carol.popup('contacts.add', { armored: await armoredOf(bob) });
    await carol.popup('chat.set', { conversation: chat, on: true, members: [contact] });
    const wires = await carol.write('hello');
    expect(stateOf((await reading(wires)).readings)).toBe('unknown-signer');
    await bob.popup('contacts.add', { armored: await armoredOf(carol) });
    const { readings } = await reading(wires);
    expect(readings[0]).toMatchObject({ state: 'wrong-chat', author: { name: 'Carol' } });
  });

  it('by somebody unknown is read anew once they claim to be the member', async () => {
    const impostor = createPerson('Bob', clock, chat);
    await impostor.setUp();
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    const changed = tokenIn(await impostor.accept(invitation));
    const wires = await impostor.write('believe me');
    expect(stateOf((await reading(wires, alice)).readings)).toBe('unknown-signer');
    await alice.read([changed]);
    expect(stateOf((await reading(wires, alice)).readings)).toBe('changed-key');
  });
});

describe('the reader', () => {
  /** Over a vault that holds the same contents before and after, so that nothing but the reader itself forgets. */
  async function readerOver() {
    const { store, browser } = bob;
    const nothing = () => Promise.resolve();
    const now = () => clock.now;
    const vault = createVault({
      store,
      session: browser.platform.session,
      now,
      onChange: nothing,
      onLock: nothing,
    });
    const opened = await vault.open();
    const peek = vi.fn(() => Promise.resolve<typeof opened | null>(opened));
    const contacts = createContactReader(vault, now);
    return {
      reader: createReader(
        { ...vault, peek },
        contacts,
        createOwnWriting(browser.platform.session),
        now,
        nothing,
      ),
      peek,
    };
  }
  const decodedFor = async ({ open }: Reader, wires: readonly string[]) => {
    vi.mocked(readWireText).mockClear();
    const { items } = await open(
      wires.map((wire, id) => ({ id, wire })),
      chat,
    );
    return [items.map((item) => stateOf([item.reading])), vi.mocked(readWireText).mock.calls.length];
  };

  it('keeps no text once told to forget', async () => {
    const { reader } = await readerOver();
    const wires = await alice.write('secret');
    expect(await decodedFor(reader, wires)).toEqual([['pinned'], 1]);
    expect(await decodedFor(reader, wires)).toEqual([['pinned'], 0]);
    reader.forget();
    expect(await decodedFor(reader, wires)).toEqual([['pinned'], 1]);
  });

  it('gives and keeps no text of a batch during which the vault was locked', async () => {
    const { reader, peek } = await readerOver();
    const wires = [await alice.write('one'), await alice.write('two')].flat();
    const opened = await peek();
    peek.mockResolvedValueOnce(opened).mockResolvedValueOnce(null);
    expect(await decodedFor(reader, wires)).toEqual([['locked', 'locked'], 2]);
    expect(await decodedFor(reader, wires)).toEqual([['pinned', 'pinned'], 2]);
  });
});
