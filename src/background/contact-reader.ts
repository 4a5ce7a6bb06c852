/** From an invitation or an answer to the one line, or the card, that a person sees; and what follows by itself. */
import { SottoError, type ErrorCode } from '../protocol/errors';
import type { ContactReading } from '../protocol/reading';
import type { ConversationKey } from '../protocol/shapes';
import { conversationAt } from './conversations';
import {
  createIntroductionReader,
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

  return {
    introduction,
    read: async (kind, body, at) => {
      try {
        const read = await introduction(kind, body);
        const status = statusOf(kind, await standingAfter(read, at));
        if (status === 'locked') return { kind: 'contact', status, name: '', fingerprint: null };
        return { kind: 'contact', status, name: read.summary.name, fingerprint: read.summary.fingerprint };
      } catch (error) {
        if (!(error instanceof SottoError)) throw error;
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
  kind: Introduction['kind'],
  standing: Standing | 'second' | 'locked',
): ContactReading['status'] {
  if (standing === 'own') return kind === 'invitation' ? 'sent' : 'answered';
  return standing === 'answers' ? 'accepted' : standing;
}

function failedStatus(code: ErrorCode): ContactReading['status'] {
  // What could not be stored is decided in the card, where the failure shows.
  if (code === 'storage_failed') return 'decide';
  return code === 'locked' ? 'locked' : 'unusable';
}
