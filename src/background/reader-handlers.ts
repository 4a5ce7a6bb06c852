/** What reader and prompt frames ask. */
import { SottoError } from '../protocol/errors';
import { writeTokens } from '../wire/token';
import type { ContactReader } from './contact-reader';
import { conversationAt } from './conversations';
import type { CoreParts } from './core-parts';
import {
  acceptMember,
  declineMember,
  standingOf,
  writeIntroduction,
  type Introduction,
} from './introduction';
import type { Paired } from './pairing';
import type { Reader } from './reader';
import type { Handlers } from './router';

export function readerHandlers({ vault, pairing, now }: CoreParts, reader: Reader, contacts: ContactReader) {
  /** Throws SottoError `bad_data` if there is no whole invitation or answer in this text. */
  const introductionIn = (wire: string, frame: Paired): Promise<Introduction> => {
    const whole = reader.wholeContact(wire, frame.conversation);
    if (!whole) throw new SottoError('bad_data');
    return contacts.introduction(whole.kind, whole.body);
  };

  return {
    'reader.open': async ({ items }, sender) => {
      const frame = await pairing.require(sender, 'reader');
      return reader.open(items, frame.conversation);
    },
    'prompt.look': async ({ wire }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const { items } = await reader.open([{ id: 0, wire }], frame.conversation);
      const reading = items[0]?.reading ?? { kind: 'closed', state: 'damaged' };
      const isChanged = reading.kind === 'contact' && reading.status === 'changed';
      const opened = isChanged ? await vault.peek() : null;
      if (!opened) return { reading, previous: null };
      const previous = conversationAt(opened.contents, frame.conversation).changed?.previous;
      const contact = opened.contents.contacts.find(({ pin }) => pin === previous);
      return { reading, previous: contact?.fingerprint ?? null };
    },
    'prompt.accept': async ({ wire }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const introduction = await introductionIn(wire, frame);
      const { kind, invitation, summary } = introduction;
      const certificate = await vault.change(async (contents) => {
        const conversation = conversationAt(contents, frame.conversation, frame.title);
        const standing = standingOf(introduction, conversation, contents.identity.pin);
        if (standing === 'own') throw new SottoError('own_certificate');
        const replaces = standing === 'changed' ? (conversation.members[0] ?? null) : null;
        const next = acceptMember(contents, conversation, summary, replaces, now());
        return [next, contents.identity.certificate];
      });
      // An answer is due to an invitation only: an answer to an answer would go on for ever.
      if (kind === 'acceptance') return { parts: [] };
      const body = writeIntroduction(invitation, certificate);
      return { parts: writeTokens({ kind: 'acceptance', body, limit: frame.limit }) };
    },
    'prompt.decline': async ({ wire }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const { summary } = await introductionIn(wire, frame);
      await vault.change(async (contents) => {
        const conversation = conversationAt(contents, frame.conversation, frame.title);
        if (conversation.members.includes(summary.pin)) return [contents, undefined];
        return [declineMember(contents, conversation, summary.pin), undefined];
      });
      return {};
    },
  } satisfies Partial<Handlers>;
}
