/**
 * What ties a signature to its place: which conversation, which device, the how-manieth message, after which one,
 * to whom. 64 bytes in a notation of the signature; docs/WIRE_FORMAT.md has the table.
 */
import { concatBytes, fromHex, hexDigest, toHex, utf8 } from './bytes';
import type { Binding, ConversationId, DeviceId, MessageDigest, Pin, RecipientsHash } from './types';

export const BINDING_BYTES = 64;
const VERSION = 1;
const EDIT = 1;
/** `previous` of a device's first message in a conversation. */
export const NO_PREVIOUS = '0'.repeat(32) as MessageDigest;

/** The inverse of `decodeBinding`. Throws RangeError when `sequence` is not a whole number from 1 to 2^32 - 1. */
export function encodeBinding(binding: Binding): Uint8Array<ArrayBuffer> {
  const { sequence } = binding;
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 0xffff_ffff) {
    throw new RangeError('sequence out of range');
  }
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, sequence);
  return concatBytes(
    new Uint8Array([VERSION]),
    fromHex(binding.conversation),
    fromHex(binding.device),
    number,
    fromHex(binding.previous),
    fromHex(binding.recipients),
    new Uint8Array([binding.edit ? EDIT : 0, 0, 0]),
  );
}

/** Null for anything but a version 1 binding in its one encoding. Says nothing about whether its fields are true. */
export function decodeBinding(bytes: Uint8Array): Binding | null {
  if (bytes.length !== BINDING_BYTES || bytes[0] !== VERSION) return null;
  const [flags = 0, ...reserved] = bytes.subarray(61);
  if (flags > EDIT || reserved.some((byte) => byte !== 0)) return null;
  const sequence = new DataView(bytes.buffer, bytes.byteOffset + 25, 4).getUint32(0);
  if (sequence === 0) return null;
  return {
    conversation: toHex(bytes.subarray(1, 17)) as ConversationId,
    device: toHex(bytes.subarray(17, 25)) as DeviceId,
    sequence,
    previous: toHex(bytes.subarray(29, 45)) as MessageDigest,
    recipients: toHex(bytes.subarray(45, 61)) as RecipientsHash,
    edit: flags === EDIT,
  };
}

/**
 * Our own id of a conversation: from the site and the pinned parties (own included), never from the site's id of the
 * chat, which the operator chooses. The same for every party, in whatever order the pins come.
 */
export async function deriveConversationId(site: string, pins: readonly Pin[]): Promise<ConversationId> {
  return (await hashSet('conversation 1', [site], pins)) as ConversationId;
}

/** Hash of the set of certificates a message is encrypted to, the sender's included. */
export async function hashRecipients(pins: readonly Pin[]): Promise<RecipientsHash> {
  return (await hashSet('recipients 1', [], pins)) as RecipientsHash;
}

/** First 16 bytes of SHA-256 over zero-terminated strings; none of them can hold a zero, so the encoding is injective. */
async function hashSet(purpose: string, head: readonly string[], pins: readonly Pin[]): Promise<string> {
  const strings = [`sotto ${purpose}`, ...head, ...[...new Set(pins)].sort()];
  if (strings.some((string) => string.includes('\0'))) throw new RangeError('zero in a name');
  return hexDigest('SHA-256', utf8.encode(strings.map((string) => `${string}\0`).join('')), 16);
}
