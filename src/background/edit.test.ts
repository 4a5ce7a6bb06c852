import { beforeEach, expect, it, vi } from 'vitest';
import { introduce } from './testing/introduce';
import { createPerson, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const elsewhere = { site: 'chat.example', chat: 'another room' };
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

it('gives the text of an own message back, and writes one in its place', async () => {
  const [wire = ''] = await alice.write('frist');
  const composer = await alice.place('composer');
  expect(await composer('composer.edit', { wire })).toEqual({ text: 'frist' });
  const { parts } = await composer('composer.encrypt', { text: 'first', edits: wire });
  const [edited] = await bob.read(parts);
  expect(edited).toMatchObject({ text: 'first', state: 'pinned', position: { sequence: 2, edit: true } });
  // What was edited can be edited again.
  expect(await composer('composer.edit', { wire: parts[0] ?? '' })).toEqual({ text: 'first' });
});

it('gives no other text out: not of somebody else, of another chat, of a part, or while locked', async () => {
  const [theirs = ''] = await bob.write('not yours');
  const [mine = ''] = await alice.write('mine');
  const [part = ''] = await alice.write('x'.repeat(900), chat, 500);
  const composer = await alice.place('composer');
  await expect(composer('composer.edit', { wire: theirs })).rejects.toMatchObject({ code: 'not_editable' });
  await expect(composer('composer.edit', { wire: part })).rejects.toMatchObject({ code: 'not_editable' });
  await expect(composer('composer.edit', { wire: 'plain text' })).rejects.toMatchObject({
    code: 'not_editable',
  });
  const other = await alice.place('composer', elsewhere);
  await expect(other('composer.edit', { wire: mine })).rejects.toMatchObject({ code: 'not_editable' });
  const reader = await alice.place('reader');
  await expect(reader('composer.edit', { wire: mine })).rejects.toMatchObject({ code: 'frame_not_paired' });
  await alice.popup('vault.lock', {});
  await expect(composer('composer.edit', { wire: mine })).rejects.toMatchObject({ code: 'locked' });
});

it('does not edit into more than one part', async () => {
  const composer = await alice.place('composer', chat, 2500);
  const { parts } = await composer('composer.encrypt', { text: 'a' });
  expect(parts).toHaveLength(1);
  await expect(
    composer('composer.encrypt', { text: 'x'.repeat(5000), edits: parts[0] ?? '' }),
  ).rejects.toMatchObject({ code: 'too_long' });
});
