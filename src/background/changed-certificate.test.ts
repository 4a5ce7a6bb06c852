import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPerson, type Person } from './testing/person';
import { introduce, tokenIn } from './testing/introduce';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
let alice: Person;
let bob: Person;

/** Somebody who invites in the same chat, and the invitation. */
async function stranger(name: string) {
  const person = createPerson(name, clock, chat);
  await person.setUp();
  const composer = await person.place('composer');
  return { person, invitation: tokenIn((await composer('composer.invite', {})).parts) };
}
async function pinOf(person: Person) {
  const armored = (await person.popup('identity.look', {}))?.certificate ?? '';
  const [found] = await alice.popup('contacts.inspect', { kind: 'text', text: armored });
  if (!found) throw new Error('no certificate');
  return found.contact.contact;
}
const status = async (wire: string) => {
  const [reading] = await alice.read([wire]);
  return reading?.kind === 'contact' ? reading.status : reading;
};
const offeredIn = async () => (await alice.chat()).members.map(({ offered }) => offered?.pin);
const decide = (contact: string, offered: string, accept: boolean) =>
  alice.popup('chat.decideChange', { conversation: chat, contact, offered, accept });

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
  await introduce(alice, bob);
});

describe('of several changed certificates', () => {
  it('the first stays to be decided about, and blocks', async () => {
    const [one, two] = [await stranger('Bob'), await stranger('Bob')];
    for (const wire of [one.invitation, two.invitation, one.invitation]) {
      expect(await status(wire)).toBe('changed');
      expect(await offeredIn()).toEqual([await pinOf(one.person)]);
    }
    expect((await alice.chat()).mode).toBe('blocked');
  });

  it('the popup decides about the one that it showed, and about no other', async () => {
    const [one, two] = [await stranger('Bob'), await stranger('Bob')];
    const [first, second, before] = [await pinOf(one.person), await pinOf(two.person), await pinOf(bob)];
    await alice.read([one.invitation]);
    await expect(decide(before, second, true)).rejects.toMatchObject({ code: 'bad_request' });
    await expect(decide(before, second, false)).rejects.toMatchObject({ code: 'bad_request' });
    await decide(before, first, false);
    expect((await alice.chat()).mode).toBe('on');

    // The popup still shows the first while the second is offered already.
    expect(await status(two.invitation)).toBe('changed');
    expect(await offeredIn()).toEqual([second]);
    await expect(decide(before, first, true)).rejects.toMatchObject({ code: 'bad_request' });
    expect(await offeredIn()).toEqual([second]);
    const after = await decide(before, second, true);
    expect(after).toMatchObject({ mode: 'on', members: [{ contact: second, verified: false }] });
  });
});

describe('a block', () => {
  const addContact = async (person: Person) => {
    const armored = (await person.popup('identity.look', {}))?.certificate ?? '';
    return (await alice.popup('contacts.add', { armored })).contact;
  };
  const setMembers = (on: boolean, members: readonly string[]) =>
    alice.popup('chat.set', { conversation: chat, on, members: [...members] });
  let one: Awaited<ReturnType<typeof stranger>>;
  beforeEach(async () => {
    one = await stranger('Bob');
    await alice.read([one.invitation]);
    expect((await alice.chat()).mode).toBe('blocked');
  });

  it('outlasts that another certificate is accepted, and then is about the new member', async () => {
    const two = await stranger('Bob');
    await alice.accept(two.invitation);
    const second = await pinOf(two.person);
    const changed = { contact: second, problem: 'changed_key', offered: { pin: await pinOf(one.person) } };
    expect(await alice.chat()).toMatchObject({ mode: 'blocked', members: [changed] });
    await decide(second, await pinOf(one.person), false);
    expect(await alice.chat()).toMatchObject({ mode: 'on', members: [{ contact: second, problem: null }] });
  });

  it('outlasts that the chat becomes a group, which a newcomer joins', async () => {
    const [carol, dora] = [await stranger('Carol'), await stranger('Dora')];
    const members = [await pinOf(bob), await addContact(carol.person)];
    await setMembers(false, []);
    expect((await setMembers(true, members)).mode).toBe('blocked');
    await alice.accept(dora.invitation);
    expect((await alice.chat()).members).toHaveLength(3);
    expect((await alice.chat()).mode).toBe('blocked');
    await decide(await pinOf(bob), await pinOf(one.person), true);
    const after = await alice.chat();
    expect(after.mode).toBe('on');
    expect(after.members.map(({ contact }) => contact)).not.toContain(await pinOf(bob));
  });

  it('outlasts another invitation of ours', async () => {
    const composer = await alice.place('composer');
    await composer('composer.turnOff', {});
    await composer('composer.invite', {});
    expect((await alice.chat()).mode).toBe('blocked');
  });

  it('ends when its certificate is chosen as a member', async () => {
    const chosen = await addContact(one.person);
    expect(await setMembers(true, [await pinOf(bob), chosen])).toMatchObject({ mode: 'on' });
  });

  it('ends when the member that it claims to be is removed', async () => {
    const two = await stranger('Carol');
    expect(await setMembers(true, [await addContact(two.person)])).toMatchObject({ mode: 'on' });
  });
});

describe('a second answer to our invitation', () => {
  let eve: Person;
  let second: string;
  beforeEach(async () => {
    const answered = tokenIn((await (await alice.place('composer'))('composer.invite', {})).parts);
    eve = createPerson('Bob', clock, chat);
    await eve.setUp();
    second = tokenIn(await eve.accept(answered));
    expect(await status(second)).toBe('changed');
  });

  it('blocks, and adds no reader', async () => {
    expect((await alice.chat()).mode).toBe('blocked');
    expect((await alice.chat()).members).toMatchObject([{ contact: await pinOf(bob) }]);
    await expect(alice.write('for Bob')).rejects.toMatchObject({ code: 'changed_key' });
  });

  it('when accepted takes the place of the first', async () => {
    await alice.accept(second);
    expect(await alice.chat()).toMatchObject({ mode: 'on' });
    expect((await alice.chat()).members).toMatchObject([{ contact: await pinOf(eve) }]);
  });

  it('when refused leaves the first alone, and joins as well by the member picker only', async () => {
    await alice.decline(second);
    const [first, other] = [await pinOf(bob), await pinOf(eve)];
    expect(await alice.chat()).toMatchObject({ mode: 'on', members: [{ contact: first }] });
    expect((await alice.chat()).members).toHaveLength(1);
    expect(await status(second)).toBe('declined');
    const armored = (await eve.popup('identity.look', {}))?.certificate ?? '';
    await alice.popup('contacts.add', { armored });
    await alice.popup('chat.set', { conversation: chat, on: true, members: [first, other] });
    expect((await alice.chat()).members.map(({ contact }) => contact)).toEqual([first, other]);
  });
});

describe('reading the same certificates again', () => {
  it('writes and says nothing new', async () => {
    const wires = [(await stranger('Bob')).invitation, (await stranger('Bob')).invitation];
    const notices = vi.spyOn(alice.browser.platform.local, 'set');
    await alice.read(wires);
    const { sealed } = alice.store.records();
    for (let time = 0; time < 4; time += 1) await alice.read(wires);
    expect(alice.store.records().sealed).toEqual(sealed);
    expect(notices).toHaveBeenCalledTimes(1);
  });
});

describe('a card', () => {
  it('decides about the certificate that it showed, and about no other', async () => {
    const { person, invitation } = await stranger('Bob');
    const [mine, other] = [await alice.popup('identity.look', {}), await person.popup('identity.look', {})];
    const prompt = await alice.place('prompt');
    const { previous } = await prompt('prompt.look', { wire: invitation });
    const fingerprint = mine?.fingerprint ?? '';
    for (const asked of [
      () => prompt('prompt.accept', { wire: invitation, fingerprint, previous }),
      () => prompt('prompt.decline', { wire: invitation, fingerprint }),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'bad_request' });
    }
    expect((await alice.chat()).mode).toBe('blocked');
    await prompt('prompt.decline', { wire: invitation, fingerprint: other?.fingerprint ?? '' });
    expect((await alice.chat()).mode).toBe('on');
  });

  it('that invited does not replace somebody who came in meanwhile', async () => {
    const room = { site: 'chat.example', chat: 'another room' };
    const [one, two] = [await stranger('Bob'), await stranger('Bob')];
    const first = await alice.look(one.invitation, room);
    const second = await alice.look(two.invitation, room);
    await first.accept();
    await expect(second.accept()).rejects.toMatchObject({ code: 'bad_request' });
    expect((await alice.chat(room)).members).toMatchObject([{ contact: await pinOf(one.person) }]);
  });

  it('is void once its certificate was declined elsewhere', async () => {
    const empty = { site: 'chat.example', chat: 'empty room' };
    const { invitation } = await stranger('Bob');
    for (const at of [chat, empty]) {
      const card = await alice.look(invitation, at);
      await alice.decline(invitation, at);
      await expect(card.accept()).rejects.toMatchObject({ code: 'bad_request' });
    }
    expect((await alice.chat()).members).toMatchObject([{ contact: await pinOf(bob) }]);
    expect((await alice.chat(empty)).members).toEqual([]);
  });
});
