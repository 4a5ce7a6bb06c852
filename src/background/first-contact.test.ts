import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPerson, type Person } from './testing/person';
import { introduce, tokenIn } from './testing/introduce';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
let alice: Person;
let bob: Person;

const meet = () => introduce(alice, bob);

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

    const answer = tokenIn(await bob.accept(invitation));
    expect(await bob.chat()).toMatchObject({
      mode: 'on',
      members: [{ name: 'Alice', verified: false, problem: null }],
    });
    expect(
      (await bob.read([invitation, answer])).map((reading) => 'status' in reading && reading.status),
    ).toEqual(['joined', 'answered']);
    expect((await alice.read([answer]))[0]).toMatchObject({
      kind: 'contact',
      status: 'accepted',
      name: 'Bob',
    });
    expect(await alice.chat()).toMatchObject({ mode: 'on', members: [{ name: 'Bob' }] });
  });

  it('says who accepts after somebody else did, and blocks', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await alice.read([tokenIn(await bob.accept(invitation))]);
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const [late] = await alice.read([tokenIn(await carol.accept(invitation))]);
    expect(late).toMatchObject({ kind: 'contact', status: 'second', name: 'Carol' });
    expect(await alice.chat()).toMatchObject({ mode: 'blocked', members: [{ name: 'Bob' }] });
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

  it('is remembered when declined', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await bob.decline(invitation);
    expect((await bob.read([invitation]))[0]).toMatchObject({ status: 'declined' });
    expect((await bob.chat()).mode).toBe('off');
  });

  it('works when both invite at once', async () => {
    const fromAlice = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await (
      await bob.place('composer')
    )('composer.invite', {});
    const answer = tokenIn(await bob.accept(fromAlice));
    await alice.read([answer]);
    const [wire = ''] = await alice.write('hi');
    expect((await bob.read([wire]))[0]).toMatchObject({ state: 'pinned', text: 'hi' });
  });
});

describe('another certificate', () => {
  let impostor: Person;
  let changed: string;
  let answer: string;

  beforeEach(async () => {
    ({ answer } = await meet());
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
    const members = (await alice.chat()).members.map(({ contact }) => contact);
    await alice.popup('chat.set', { conversation: chat, on: false, members });
    await alice.popup('chat.set', { conversation: chat, on: true, members });
    expect((await alice.chat()).mode).toBe('blocked');
  });

  it('when refused leaves the chat with the certificate pinned before', async () => {
    const before = (await alice.chat()).members;
    await alice.read([changed]);
    await alice.decline(changed);
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
    const accepted = tokenIn(await alice.accept(changed));
    expect((await impostor.read([accepted]))[0]).toMatchObject({ status: 'accepted', name: 'Alice' });
    expect((await alice.chat()).members).toHaveLength(1);
    const [wire = ''] = await impostor.write('from the second');
    const readings = await alice.read([old, wire]);
    expect(readings.map((reading) => 'state' in reading && reading.state)).toEqual(['pinned', 'pinned']);
  });

  it('when accepted is not undone by the older one, which still stands in the history', async () => {
    await alice.read([changed]);
    await alice.accept(changed);
    expect((await alice.read([answer]))[0]).toMatchObject({ kind: 'contact', status: 'joined' });
    expect((await alice.chat()).mode).toBe('on');
  });

  it('shows what its owner writes meanwhile as changed', async () => {
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    await alice.read([changed]);
    await impostor.accept(invitation);
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

describe('somebody without an identity', () => {
  it('sees who invites, and is told to make one when accepting', async () => {
    const carol = createPerson('Carol', clock, chat);
    carol.browser.granted.add('https://chat.example/*');
    await carol.popup('sites.set', { origin: 'https://chat.example', on: true });
    const invitation = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    expect((await carol.read([invitation]))[0]).toMatchObject({ status: 'decide', name: 'Alice' });
    const accepting = carol.accept(invitation);
    await expect(accepting).rejects.toMatchObject({ code: 'no_identity' });
    await carol.setUp();
    await carol.accept(invitation);
    expect((await carol.chat()).mode).toBe('on');
  });
});
