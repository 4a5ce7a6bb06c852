/** What reader and prompt frames ask. */
import type { Fingerprint, Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import { writeTokens } from '../wire/token';
import type { ContactReader } from './contact-reader';
import { conversationAt } from './conversations';
import type { CoreParts } from './core-parts';
import { usableIdentityIn } from './identities';
import {
  acceptMember,
  declineMember,
  pinAnswer,
  replacedBy,
  standingWith,
  writeIntroduction,
  type Introduction,
} from './introduction';
import type { Arrivals } from './notifications/arrivals';
import type { Paired } from './pairing';
import type { Reader } from './reader';
import type { Handlers } from './router';
import type { Contents, Conversation } from './store/contents';

export function readerHandlers(
  { vault, pairing, openChats, now }: CoreParts,
  reader: Reader,
  contacts: ContactReader,
  arrivals: Arrivals,
) {
  /**
   * The introduction that the person saw on the card. Throws SottoError `bad_data` if there is no whole one in this
   * text, and `bad_request` if it is another by now.
   */
  const shownIntroduction = async (wire: string, fingerprint: string, frame: Paired) => {
    const whole = reader.wholeContact(wire, frame.conversation);
    if (!whole) throw new SottoError('bad_data');
    const introduction = await contacts.introduction(whole.kind, whole.body);
    if (introduction.summary.fingerprint !== fingerprint) throw new SottoError('bad_request');
    return introduction;
  };

  return {
    'reader.open': async ({ items }, sender) => {
      const frame = await pairing.require(sender, 'reader');
      const opened = await reader.open(items, frame.conversation);
      void arrivals.read(
        sender.tab,
        frame.conversation,
        opened.items.map(({ reading }) => reading),
      );
      return opened;
    },
    'prompt.look': async ({ wire }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const { items } = await reader.open([{ id: 0, wire }], frame.conversation);
      const reading = items[0]?.reading ?? { kind: 'closed', state: 'damaged' };
      const isChanged =
        reading.kind === 'contact' && (reading.status === 'changed' || reading.status === 'second');
      const opened = isChanged ? await vault.peek() : null;
      const whole = opened ? reader.wholeContact(wire, frame.conversation) : null;
      if (!opened || !whole) return { reading, previous: null };
      const introduction = await contacts.introduction(whole.kind, whole.body);
      const conversation = conversationAt(opened.contents, frame.conversation);
      return { reading, previous: takenPlace(opened.contents, conversation, introduction).fingerprint };
    },
    'prompt.accept': async ({ wire, fingerprint, previous }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const introduction = await shownIntroduction(wire, fingerprint, frame);
      const { kind, invitation } = introduction;
      const title = await openChats.titleOf(frame.conversation);
      const certificate = await vault.change(async (contents) => {
        const conversation = conversationAt(contents, frame.conversation, title);
        const replaced = takenPlace(contents, conversation, introduction);
        if (replaced.fingerprint !== previous) throw new SottoError('bad_request');
        const next = accepted(contents, conversation, introduction, replaced.pin, now());
        return [next, usableIdentityIn(contents, conversation, now()).certificate];
      });
      // An answer is due to an invitation only: an answer to an answer would go on for ever.
      if (kind === 'acceptance') return { parts: [] };
      const body = writeIntroduction(invitation, certificate);
      return { parts: writeTokens({ kind: 'acceptance', body, limit: frame.limit }) };
    },
    'prompt.decline': async ({ wire, fingerprint }, sender) => {
      const frame = await pairing.require(sender, 'prompt');
      const { summary } = await shownIntroduction(wire, fingerprint, frame);
      const title = await openChats.titleOf(frame.conversation);
      await vault.change(async (contents) => {
        const conversation = conversationAt(contents, frame.conversation, title);
        if (conversation.members.includes(summary.pin)) return [contents, undefined];
        return [declineMember(contents, conversation, summary.pin), undefined];
      });
      return {};
    },
  } satisfies Partial<Handlers>;
}

/** The member in whose place it would come, with the fingerprint to show; nulls if it would come in nobody's. */
function takenPlace(
  contents: Contents,
  conversation: Conversation,
  introduction: Introduction,
): { readonly pin: Pin | null; readonly fingerprint: Fingerprint | null } {
  const standing = standingWith(contents, conversation, introduction);
  const pin = replacedBy(standing, conversation, introduction);
  return { pin, fingerprint: contents.contacts.find((contact) => contact.pin === pin)?.fingerprint ?? null };
}

/** Throws SottoError `own_certificate`, or `bad_request` for what there is no decision about any more. */
function accepted(
  contents: Contents,
  conversation: Conversation,
  introduction: Introduction,
  replaces: Pin | null,
  now: number,
): Contents {
  const { summary } = introduction;
  switch (standingWith(contents, conversation, introduction)) {
    case 'own':
      throw new SottoError('own_certificate');
    case 'declined':
      throw new SottoError('bad_request');
    case 'joined':
    case 'accepted':
      // Somebody who was replaced comes back by the member picker only.
      if (!conversation.members.includes(summary.pin)) throw new SottoError('bad_request');
      return contents;
    case 'answers':
      return pinAnswer(contents, conversation, introduction, now);
    case 'decide':
    case 'changed':
      break;
  }
  return acceptMember(contents, conversation, summary, replaces, now);
}
