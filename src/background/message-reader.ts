/** From one ciphertext to what the reader may show of it. */
import { messageDigest } from '../openpgp/digest';
import { readMessage } from '../openpgp/decrypt';
import type { CertificateBinary, Pin, ReadMessage } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { Author, Reading } from '../protocol/reading';
import { chatFacts } from './chat-facts';
import { ownHistory } from './own-identities';
import { createPlaintextCache } from './plaintext-cache';
import { identitiesIn } from './identities';
import type { Contents, Conversation } from './store/contents';
import { CLOCK_TOLERANCE, judge } from './trust';

/** As in the protocol's schema: a longer text could not be shown whole. */
const LONGEST_TEXT = 200_000;

export type Ciphertext = {
  /** The wire text that holds all of it; null for one put together from parts. */
  readonly wire: string | null;
  /** Throws SottoError where there is none after all. */
  readonly body: () => Uint8Array;
};

export type MessageReader = {
  /** Whether this wire text was read before and is in the cache, so that it is a message and need not be decoded. */
  readonly knows: (wire: string) => boolean;
  /** Never throws for what the message holds: malformed, foreign and oversized ones are states too. */
  readonly read: (ciphertext: Ciphertext, contents: Contents, conversation: Conversation) => Promise<Read>;
  readonly forget: () => void;
};
type Read = {
  readonly reading: Reading;
  /** A member whose messages were not known to carry a binding here, and this one does. */
  readonly binds: Pin | null;
};

export function createMessageReader(now: () => number): MessageReader {
  const cache = createPlaintextCache();
  let known: Pick<Contents, 'contacts' | 'identities'> | null = null;

  const decrypt = async (
    { wire, body }: Ciphertext,
    contents: Contents,
    conversation: Conversation,
  ): Promise<ReadMessage> => {
    // A signature by nobody known may be by somebody known by now, and what a deleted identity read is read no more.
    if (known?.contacts !== contents.contacts || known.identities !== contents.identities) cache.clear();
    known = contents;
    const { site, chat, changed } = conversation;
    const scope = JSON.stringify([site, chat, changed?.pin]);
    // The digest is hexadecimal and the wire text never is, so none of them can pass for the other.
    const name = wire ?? (await messageDigest(body()));
    const cached = cache.get(name, scope);
    if (cached) return cached;
    const message = await verifyByAny(body(), contents, conversation);
    cache.put(name, scope, message);
    return message;
  };

  const verifyByAny = async (ciphertext: Uint8Array, contents: Contents, conversation: Conversation) => {
    const [likely, others] = await candidates(contents, conversation);
    const secretKeys = identitiesIn(contents, conversation).map(({ secretKey }) => secretKey);
    const message = await readMessage({ ciphertext, secretKeys, certificates: likely, now: now() });
    if (message.signature.kind !== 'unknown' || others.length === 0) return message;
    return readMessage({ ciphertext, secretKeys, certificates: others, now: now() });
  };

  return {
    knows: cache.has,
    read: async (ciphertext, contents, conversation) => {
      try {
        return await present(
          await decrypt(ciphertext, contents, conversation),
          contents,
          conversation,
          now(),
        );
      } catch (error) {
        return { reading: { kind: 'closed', state: closedState(error) }, binds: null };
      }
    },
    forget: cache.clear,
  };
}

async function present(
  { text, digest, signature }: ReadMessage,
  contents: Contents,
  conversation: Conversation,
  now: number,
): Promise<Read> {
  const facts = await chatFacts(contents, conversation);
  const { state, author } = judge(signature, facts);
  if (state === 'bad-signature') return { reading: { kind: 'closed', state }, binds: null };
  if (text.length > LONGEST_TEXT) return { reading: { kind: 'closed', state: 'too-large' }, binds: null };
  const signed = signature.kind === 'valid' ? signature : null;
  const binding = state === 'verified' || state === 'pinned' ? (signed?.binding ?? null) : null;
  const isNewlyBinding = binding && author !== null && !facts.own.has(author) && !facts.binds.has(author);
  return {
    reading: {
      kind: 'message',
      state,
      text,
      author: author === null ? null : authorOf(author, contents, conversation),
      time: signed?.time ?? null,
      digest,
      position: binding && { device: binding.device, sequence: binding.sequence, edit: binding.edit },
      clockAhead: signed !== null && signed.time > now + CLOCK_TOLERANCE,
    },
    binds: isNewlyBinding ? author : null,
  };
}

/** Certificates that a message here is likely signed by, and all others: most messages need the few alone. */
async function candidates(
  contents: Contents,
  conversation: Conversation,
): Promise<[CertificateBinary[], CertificateBinary[]]> {
  const { contacts } = contents;
  const here = new Set([...conversation.members, ...conversation.epochs.flatMap(({ members }) => members)]);
  const shown = contacts.filter(({ hidden }) => !hidden);
  const own = await Promise.all(identitiesIn(contents, conversation).map(ownHistory));
  const likely = shown.filter(({ pin }) => here.has(pin));
  if (conversation.changed) {
    return [[...own, ...certificatesOf([...likely, conversation.changed])], certificatesOf(shown)];
  }
  return [[...own, ...certificatesOf(likely)], certificatesOf(shown.filter(({ pin }) => !here.has(pin)))];
}

function certificatesOf(list: readonly { readonly certificate: CertificateBinary }[]): CertificateBinary[] {
  return list.map(({ certificate }) => certificate);
}

function authorOf(pin: Pin, contents: Contents, conversation: Conversation): Author | null {
  const own = identitiesIn(contents, conversation).find((identity) => identity.pin === pin);
  if (own) return { name: own.name, fingerprint: own.fingerprint, self: true };
  const { changed } = conversation;
  const found =
    contents.contacts.find((contact) => contact.pin === pin) ?? (changed?.pin === pin ? changed : null);
  return found && { name: found.name, fingerprint: found.fingerprint, self: false };
}

function closedState(error: unknown): 'not-for-me' | 'too-large' | 'damaged' {
  if (!(error instanceof SottoError)) throw error;
  if (error.code === 'not_for_me') return 'not-for-me';
  return error.code === 'too_large' ? 'too-large' : 'damaged';
}
