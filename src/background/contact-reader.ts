/** From an invitation or an answer to the one line, or the card, that a person sees; and what follows by itself. */
import { readRevocation } from '../openpgp/revoked';
import type { Pin } from '../openpgp/types';
import { SottoError, type ErrorCode } from '../protocol/errors';
import type { ContactReading } from '../protocol/reading';
import type { ConversationKey } from '../protocol/shapes';
import { withNewsOf, withRevocation } from './contact-news';
import { conversationAt } from './conversations';
import {
  certificateIn,
  createIntroductionReader,
  NEWS,
  noteChanged,
  pinAnswer,
  standingWith,
  type Introduction,
  type Standing,
} from './introduction';
import type { Contents, Conversation } from './store/contents';
import type { Vault } from './vault';

export type ContactReader = {
  /** Pins the first answer to our invitation and blocks on a changed certificate, then says how it stands. */
  readonly read: (
    kind: Introduction['kind'],
    body: Uint8Array,
    at: ConversationKey,
  ) => Promise<ContactReading>;
  /** Throws SottoError `bad_data`, or what stands in the way of using the certificate. */
  readonly introduction: (kind: Introduction['kind'], body: Uint8Array) => Promise<Introduction>;
};

export function createContactReader(vault: Vault, now: () => number): ContactReader {
  const introduction = createIntroductionReader(now);

  const standingIn = (contents: Contents, read: Introduction, at: ConversationKey) =>
    standingWith(contents, conversationAt(contents, at), read);

  /** Acts on it, and decides anew inside the change: two tabs may show the same answer at once. */
  const act = (read: Introduction, at: ConversationKey) =>
    vault.change<Standing>(async (contents) => {
      const conversation = conversationAt(contents, at);
      const standing = standingIn(contents, read, at);
      if (standing === 'answers') return [pinAnswer(contents, conversation, read, now()), 'accepted'];
      if (standing === 'changed') return [noteChanged(contents, conversation, read), 'changed'];
      return [contents, standing];
    });

  const standingAfter = async (
    read: Introduction,
    at: ConversationKey,
  ): Promise<Standing | 'second' | 'locked'> => {
    const opened = await vault.peek();
    // Without an identity yet, the card leads to making one.
    if (!opened) return (await vault.state()) === 'empty' ? 'decide' : 'locked';
    const standing = standingIn(opened.contents, read, at);
    const after = standing === 'answers' || standing === 'changed' ? await act(read, at) : standing;
    return after === 'changed' && answersSecond(read, conversationAt(opened.contents, at)) ? 'second' : after;
  };

  /** Looked at outside the change first: the same card is read again and again. */
  const takeNews = async ({ summary }: Introduction) => {
    const opened = await vault.peek();
    if (!opened || (await withNewsOf(opened.contents, summary, now())) === opened.contents) return;
    await vault.change(async (contents) => [await withNewsOf(contents, summary, now()), undefined]);
  };

  /** A revocation of somebody known, or of our own; null for any other. */
  const readRevoked = async (body: Uint8Array): Promise<ContactReading | null> => {
    const revocation = await readRevocation(certificateIn(body));
    const opened = await vault.peek();
    if (!revocation || !opened) return null;
    const isOf = ({ pin }: { readonly pin: Pin }) => pin === revocation.pin;
    const own = opened.contents.identities.find(isOf);
    const known = own ?? opened.contents.contacts.find((contact) => !contact.hidden && isOf(contact));
    if (!known) return null;
    if (!own && withRevocation(opened.contents, revocation) !== opened.contents) {
      await vault.change(async (contents) => [withRevocation(contents, revocation), undefined]);
    }
    const { name, fingerprint } = known;
    return { kind: 'contact', status: own ? 'told' : 'revoked', name, fingerprint };
  };

  return {
    introduction,
    read: async (kind, body, at) => {
      try {
        const read = await introduction(kind, body);
        await takeNews(read);
        const status = statusOf(read, await standingAfter(read, at));
        if (status === 'locked') return { kind: 'contact', status, name: '', fingerprint: null };
        return { kind: 'contact', status, name: read.summary.name, fingerprint: read.summary.fingerprint };
      } catch (error) {
        if (!(error instanceof SottoError)) throw error;
        const revoked = error.code === 'certificate_revoked' ? await readRevoked(body) : null;
        if (revoked) return revoked;
        return { kind: 'contact', status: failedStatus(error.code), name: '', fingerprint: null };
      }
    },
  };
}

/** Whether it answers our invitation after somebody else did. */
function answersSecond(
  { kind, invitation, summary }: Introduction,
  { invitation: ours }: Conversation,
): boolean {
  if (kind !== 'acceptance' || ours?.id !== invitation) return false;
  return ours.answeredBy !== null && ours.answeredBy !== summary.pin;
}

function statusOf(
  { kind, invitation }: Introduction,
  standing: Standing | 'second' | 'locked',
): ContactReading['status'] {
  if (invitation === NEWS && standing === 'own') return 'told';
  if (invitation === NEWS && standing === 'joined') return 'renewed';
  if (standing === 'own') return kind === 'invitation' ? 'sent' : 'answered';
  return standing === 'answers' ? 'accepted' : standing;
}

function failedStatus(code: ErrorCode): ContactReading['status'] {
  // What could not be stored is decided in the card, where the failure shows.
  if (code === 'storage_failed') return 'decide';
  return code === 'locked' ? 'locked' : 'unusable';
}
