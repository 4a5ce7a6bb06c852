import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scan } from '../wire/scanner';
import { createPerson, type Person } from './testing/person';
import { createVault } from './vault';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
let alice: Person;
let bob: Person;

/** The token in what a site shows. */
const tokenIn = (parts: readonly string[]) =>
  parts.flatMap((part) => scan(part).map(({ wire }) => wire)).join();

/** Alice invites, Bob accepts, Alice sees the answer: two clicks in all. */
async function meet(): Promise<{ invitation: string; answer: string }> {
  const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
  const answer = tokenIn((await (await bob.place('prompt'))('prompt.accept', { wire: invitation })).parts);
  expect((await alice.read([answer]))[0]).toMatchObject({ kind: 'contact', status: 'accepted', name: 'Bob' });
  return { invitation, answer };
}

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
});

describe('first contact', () => {
  it('takes one click of each person', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    expect((await alice.chat()).mode).toBe('inviting');
    expect((await alice.read([invitation]))[0]).toMatchObject({ kind: 'contact', status: 'sent' });
    expect((await bob.read([invitation]))[0]).toMatchObject({
      kind: 'contact',
      status: 'decide',
      name: 'Alice',
    });
    expect((await bob.chat()).mode).toBe('off');

    const answer = tokenIn((await (await bob.place('prompt'))('prompt.accept', { wire: invitation })).parts);
    expect(await bob.chat()).toMatchObject({
      mode: 'on',
      members: [{ name: 'Alice', verified: false, problem: null }],
    });
    expect(
      (await bob.read([invitation, answer])).map((reading) => 'status' in reading && reading.status),
    ).toEqual(['joined', 'sent']);
    expect((await alice.read([answer]))[0]).toMatchObject({
      kind: 'contact',
      status: 'accepted',
      name: 'Bob',
    });
    expect(await alice.chat()).toMatchObject({ mode: 'on', members: [{ name: 'Bob' }] });
  });

  it('lets both read what each writes', async () => {
    await meet();
    const [first = ''] = await alice.write('Hello Bob\n\u{1F98A} שלום');
    const [second = ''] = await bob.write('Hello Alice');
    for (const person of [alice, bob]) {
      const [one, two] = await person.read([first, second]);
      expect(one).toMatchObject({
        kind: 'message',
        text: 'Hello Bob\n\u{1F98A} שלום',
        author: { name: 'Alice', self: person === alice },
      });
      expect(two).toMatchObject({ kind: 'message', text: 'Hello Alice', author: { name: 'Bob' } });
      expect([one, two].map((reading) => reading && 'state' in reading && reading.state)).toEqual(
        person === alice ? ['verified', 'pinned'] : ['pinned', 'verified'],
      );
    }
  });

  it('numbers the messages of a device, each after the one before', async () => {
    await meet();
    const wires = [...(await alice.write('one')), ...(await alice.write('two'))];
    const readings = await bob.read(wires);
    expect(readings.map((reading) => reading.kind === 'message' && reading.position?.sequence)).toEqual([
      1, 2,
    ]);
  });

  it('shows a verified contact as verified', async () => {
    await meet();
    const [wire = ''] = await bob.write('hi');
    const [bobAtAlice] = await alice.popup('contacts.list', {});
    await alice.popup('contacts.verify', { contact: bobAtAlice?.contact ?? '', verified: true });
    expect((await alice.read([wire]))[0]).toMatchObject({ state: 'verified' });
  });

  it('reads a message split over a small limit, whatever order the parts come in', async () => {
    await meet();
    const text = 'x'.repeat(900);
    const parts = await alice.write(text, chat, 500);
    expect(parts.length).toBeGreaterThan(2);
    const [first = '', ...rest] = parts;
    const reader = await bob.place('reader');
    const open = async (wires: readonly string[]) =>
      (await reader('reader.open', { items: wires.map((wire, id) => ({ id, wire })) })).items.map(
        ({ reading }) => reading,
      );
    expect(await open(rest)).toEqual(
      rest.map(() => ({ kind: 'incomplete', state: 'incomplete', have: rest.length, total: parts.length })),
    );
    expect((await open([first]))[0]).toMatchObject({ kind: 'message', text, state: 'pinned' });
    expect((await open(rest))[0]).toEqual({ kind: 'part', index: 1, total: parts.length });
  });

  it('refuses to write before the invitation was answered', async () => {
    await expect(alice.write('too early')).rejects.toMatchObject({ code: 'not_encrypted' });
    await (
      await alice.place('composer')
    )('composer.invite', {});
    await expect(alice.write('too early')).rejects.toMatchObject({ code: 'waiting_for_answer' });
  });

  it('asks before anybody else joins by the same invitation', async () => {
    const { invitation } = await meet();
    const eve = createPerson('Bob', clock, chat);
    await eve.setUp();
    const second = tokenIn((await (await eve.place('prompt'))('prompt.accept', { wire: invitation })).parts);
    expect((await alice.read([second]))[0]).toMatchObject({ kind: 'contact', status: 'decide' });
    expect((await alice.chat()).members).toHaveLength(1);
    expect((await alice.chat()).mode).toBe('on');
  });

  it('is remembered when declined', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await (
      await bob.place('prompt')
    )('prompt.decline', { wire: invitation });
    expect((await bob.read([invitation]))[0]).toMatchObject({ status: 'declined' });
    expect((await bob.chat()).mode).toBe('off');
  });

  it('works when both invite at once', async () => {
    const fromAlice = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await (
      await bob.place('composer')
    )('composer.invite', {});
    const answer = tokenIn((await (await bob.place('prompt'))('prompt.accept', { wire: fromAlice })).parts);
    await alice.read([answer]);
    const [wire = ''] = await alice.write('hi');
    expect((await bob.read([wire]))[0]).toMatchObject({ state: 'pinned', text: 'hi' });
  });
});

describe('another certificate', () => {
  let impostor: Person;
  let changed: string;

  beforeEach(async () => {
    await meet();
    impostor = createPerson('Bob', clock, chat);
    await impostor.setUp();
    changed = tokenIn((await (await impostor.place('composer'))('composer.invite', {})).parts);
  });

  it('blocks sending until a person decides', async () => {
    expect((await alice.read([changed]))[0]).toMatchObject({ kind: 'contact', status: 'changed' });
    expect(await alice.chat()).toMatchObject({ mode: 'blocked', members: [{ problem: 'changed_key' }] });
    await expect(alice.write('secret')).rejects.toMatchObject({ code: 'changed_key', detail: 'Bob' });
    const look = await (await alice.place('prompt'))('prompt.look', { wire: changed });
    expect(look.previous).toBe((await alice.chat()).members[0]?.fingerprint);
  });

  it('stays blocked when encryption is switched off and on', async () => {
    await alice.read([changed]);
    const composer = await alice.place('composer');
    await composer('composer.turnOff', {});
    await composer('composer.turnOn', {});
    expect((await alice.chat()).mode).toBe('blocked');
  });

  it('when refused leaves the chat with the certificate pinned before', async () => {
    const before = (await alice.chat()).members;
    await alice.read([changed]);
    await (
      await alice.place('prompt')
    )('prompt.decline', { wire: changed });
    expect(await alice.chat()).toMatchObject({ mode: 'on', members: before });
    expect((await alice.read([changed]))[0]).toMatchObject({ status: 'declined' });
    expect((await alice.chat()).mode).toBe('on');
    const [wire = ''] = await alice.write('still for the first Bob');
    expect((await impostor.read([wire]))[0]).toEqual({ kind: 'closed', state: 'not-for-me' });
    expect((await bob.read([wire]))[0]).toMatchObject({ state: 'pinned' });
  });

  it('when accepted replaces the pin, and older messages stay readable as pinned', async () => {
    const [old = ''] = await bob.write('from the first');
    await alice.read([changed]);
    const answer = tokenIn((await (await alice.place('prompt'))('prompt.accept', { wire: changed })).parts);
    expect((await impostor.read([answer]))[0]).toMatchObject({ status: 'accepted', name: 'Alice' });
    expect((await alice.chat()).members).toHaveLength(1);
    const [wire = ''] = await impostor.write('from the second');
    const readings = await alice.read([old, wire]);
    expect(readings.map((reading) => 'state' in reading && reading.state)).toEqual(['pinned', 'pinned']);
  });

  it('shows what its owner writes meanwhile as changed', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await alice.read([changed]);
    await (
      await impostor.place('prompt')
    )('prompt.accept', { wire: invitation });
    const [wire = ''] = await impostor.write('believe me');
    expect((await alice.read([wire]))[0]).toMatchObject({ state: 'changed-key' });
  });

  it('in a group is a newcomer, who joins by a person only and blocks nobody', async () => {
    await (
      await alice.place('composer')
    )('composer.invite', {});
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const fromCarol = tokenIn((await (await carol.place('composer'))('composer.invite', {})).parts);
    await alice.read([fromCarol]);
    await alice.popup('contacts.add', {
      armored: (await carol.popup('identity.look', {}))?.certificate ?? '',
    });
    const pins = (await alice.popup('contacts.list', {})).map(({ contact }) => contact);
    await alice.popup('chat.set', { conversation: chat, on: true, members: pins });
    expect((await alice.read([changed]))[0]).toMatchObject({ status: 'decide' });
    expect((await alice.chat()).mode).toBe('on');
  });
});

describe('messages in the wrong place', () => {
  it('moved to another chat with the same person are read, to another person are not', async () => {
    await meet();
    const [wire = ''] = await alice.write('for this room');
    const other = { site: 'chat.example', chat: 'elsewhere' };
    // Bob knows Alice here only; in a chat without her as a member she has no standing.
    expect((await bob.read([wire], other))[0]).toMatchObject({ state: 'wrong-chat' });
  });

  it('forwarded by the one it was for are shown as from elsewhere', async () => {
    await meet();
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const [wire = ''] = await alice.write('between us');
    expect((await carol.read([wire]))[0]).toEqual({ kind: 'closed', state: 'not-for-me' });
  });
});

describe('damage', () => {
  it('never throws across, whatever stands in the text', async () => {
    await meet();
    const [wire = ''] = await alice.write('fine');
    const broken = [wire.slice(0, -9), `${wire}x`, 'QzSotto1', 'plain', '-----BEGIN PGP MESSAGE-----', '\0'];
    for (const reading of await bob.read(broken))
      expect(reading).toEqual({ kind: 'closed', state: 'damaged' });
  });
});

describe('somebody without an identity', () => {
  it('sees who invites, and is told to make one when accepting', async () => {
    const carol = createPerson('Carol', clock, chat);
    carol.browser.granted.add('https://chat.example/*');
    await carol.popup('sites.set', { origin: 'https://chat.example', on: true });
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    expect((await carol.read([invitation]))[0]).toMatchObject({ status: 'decide', name: 'Alice' });
    const accepting = (await carol.place('prompt'))('prompt.accept', { wire: invitation });
    await expect(accepting).rejects.toMatchObject({ code: 'no_identity' });
    await carol.setUp();
    await (
      await carol.place('prompt')
    )('prompt.accept', { wire: invitation });
    expect((await carol.chat()).mode).toBe('on');
  });
});

describe('reading', () => {
  it('remembers who binds messages to this chat, over a restart', async () => {
    await meet();
    const [wire = ''] = await alice.write('bound');
    const vault = () =>
      createVault({
        store: bob.store,
        session: bob.browser.platform.session,
        now: () => clock.now,
        onChange: async () => undefined,
        onLock: async () => undefined,
      });
    const binds = async () => (await vault().open()).contents.conversations[0]?.binds;
    expect(await binds()).toEqual([]);
    await bob.read([wire]);
    const [contact] = await bob.popup('contacts.list', {});
    expect(await binds()).toEqual([contact?.contact]);
  });

  it('gives no text away once the vault is locked, even if it was under way', async () => {
    await meet();
    const [wire = ''] = await alice.write('secret');
    const reader = await bob.place('reader');
    const [{ items }] = await Promise.all([
      reader('reader.open', { items: [{ id: 0, wire }] }),
      bob.popup('vault.lock', {}),
    ]);
    expect(items).toEqual([{ id: 0, reading: { kind: 'closed', state: 'locked' } }]);
  });

  it('knows the author of an older message once they are a contact', async () => {
    await meet();
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const certificate = async (person: Person) =>
      (await person.popup('identity.look', {}))?.certificate ?? '';
    const toBob = await carol.popup('contacts.add', { armored: await certificate(bob) });
    await carol.popup('chat.set', { conversation: chat, on: true, members: [toBob.contact] });
    const [wire = ''] = await carol.write('hello');
    expect((await bob.read([wire]))[0]).toMatchObject({
      state: 'unknown-signer',
      author: null,
      text: 'hello',
    });
    await bob.popup('contacts.add', { armored: await certificate(carol) });
    expect((await bob.read([wire]))[0]).toMatchObject({ state: 'wrong-chat', author: { name: 'Carol' } });
  });
});

describe('a lock', () => {
  it('closes every reading and keeps the chat covered', async () => {
    const { invitation } = await meet();
    const [wire = ''] = await alice.write('secret');
    await alice.popup('vault.lock', {});
    expect(await alice.read([wire, invitation])).toEqual([
      { kind: 'closed', state: 'locked' },
      { kind: 'contact', status: 'locked', name: '', fingerprint: null },
    ]);
    expect(await alice.chat()).toMatchObject({ mode: 'on', locked: true, members: [] });
    await expect(alice.write('secret')).rejects.toMatchObject({ code: 'locked' });
  });
});
