/** What the core makes of one wire text, as a reader frame gets it. */
import * as v from 'valibot';
import { fingerprint, plaintext, time } from './shapes';

/** DESIGN section 5: each has words, an icon and a colour of its own. */
const readerStates = [
  'verified',
  'pinned',
  'unsigned',
  'unknown-signer',
  'bad-signature',
  'changed-key',
  'wrong-chat',
  'replayed',
  'not-for-me',
  'locked',
  'incomplete',
  'damaged',
  'too-large',
] as const;
export type ReaderState = (typeof readerStates)[number];

const author = v.strictObject({ name: v.string(), fingerprint, self: v.boolean() });
export type Author = v.InferOutput<typeof author>;

const position = v.strictObject({
  device: v.string(),
  sequence: v.number(),
  /** It takes the place of an earlier message. */
  edit: v.boolean(),
});

/** States that come with a text. `replayed` is also set by the reader frame, which alone sees the order of the list. */
const withText = v.strictObject({
  kind: v.literal('message'),
  state: v.picklist([
    'verified',
    'pinned',
    'unsigned',
    'unknown-signer',
    'changed-key',
    'wrong-chat',
    'replayed',
  ]),
  text: plaintext,
  author: v.nullable(author),
  /** When the signature says it was written. */
  time: v.nullable(time),
  /** Names the message: the same for the same ciphertext. */
  digest: v.string(),
  position: v.nullable(position),
  /** Written more than ten minutes ahead of this computer's clock. */
  clockAhead: v.boolean(),
});

const withoutText = v.strictObject({
  kind: v.literal('closed'),
  state: v.picklist(['bad-signature', 'not-for-me', 'locked', 'damaged', 'too-large']),
  /** Written here, as far as its header tells: nobody is to be asked for it. */
  own: v.optional(v.literal(true)),
});

/** A part of a message that has all its parts: the text stands with the first part, the others say so. */
const laterPart = v.strictObject({
  kind: v.literal('part'),
  /** From 0. */
  index: v.number(),
  total: v.number(),
});
const incomplete = v.strictObject({
  kind: v.literal('incomplete'),
  state: v.literal('incomplete'),
  have: v.number(),
  total: v.number(),
});

/**
 * An invitation or the answer to one. `decide` asks for a prompt frame with the card; the others are one line of text.
 */
const contact = v.strictObject({
  kind: v.literal('contact'),
  // `second` is changed too: it answers an invitation of ours that somebody else had answered.
  // `renewed` brings the certificate of somebody known up to date, `revoked` says that its owner withdrew it;
  // `told` is this person's own of these two.
  // `sent` and `answered` are this person's own; `accepted` answers it; `joined` is an invitation taken before.
  status: v.picklist([
    'answered',
    'decide',
    'changed',
    'second',
    'sent',
    'accepted',
    'declined',
    'joined',
    'renewed',
    'revoked',
    'told',
    'locked',
    'unusable',
  ]),
  name: v.string(),
  fingerprint: v.nullable(fingerprint),
});

export const reading = v.variant('kind', [withText, withoutText, laterPart, incomplete, contact]);
export type Reading = v.InferOutput<typeof reading>;
export type MessageReading = v.InferOutput<typeof withText>;
export type ContactReading = v.InferOutput<typeof contact>;
