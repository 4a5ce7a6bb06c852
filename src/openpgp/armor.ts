/** ASCII armor, RFC 9580 6.2. */
import { armor, enums } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { packetSequence, packetTag } from './packet-sequence';
import { MAX_INPUT_BYTES, settings } from './settings';
import type { CertificateArmored, CertificateBinary, CiphertextArmored, CiphertextBinary } from './types';

/** Base64 and line ends make 1 MiB into less than one and a half. */
const MAX_ARMOR_LENGTH = MAX_INPUT_BYTES * 1.5;
const BLOCK =
  /-----BEGIN PGP ([A-Z ]{1,30})-----[ \t]*\r?\n((?:[A-Za-z]{1,20}: [^\r\n]*\r?\n)*)[ \t]*\r?\n([A-Za-z0-9+/=\s]*?)-----END PGP \1-----/g;

export type ArmorBlock = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A SEIPDv2 message carries no checksum (RFC 9580 6.1), an older one does: GnuPG misreads some without. */
export function armorCiphertext(ciphertext: CiphertextBinary): CiphertextArmored {
  const last = packetSequence(ciphertext)?.at(-1);
  const isSeipd2 = last?.tag === packetTag.seipd && last.first === 2;
  return write(enums.armor.message, ciphertext, !isSeipd2) as CiphertextArmored;
}

/** For people and other programs. Version 6 certificates carry no checksum. */
export function armorCertificate(certificate: CertificateBinary): CertificateArmored {
  const isVersion6 = packetSequence(certificate)?.[0]?.first === 6;
  return write(enums.armor.publicKey, certificate, !isVersion6) as CertificateArmored;
}

/**
 * Reads one armored message with nothing but white space around it. Throws SottoError `too_large` or `bad_data`.
 * What is inside is not looked at: that is `readMessage`'s part.
 */
export function dearmorCiphertext(text: string): CiphertextBinary {
  if (text.length > MAX_ARMOR_LENGTH) throw new SottoError('too_large');
  const [block, another] = readArmor(text);
  const isWhole =
    text.trim().startsWith('-----BEGIN PGP MESSAGE-----') &&
    text.trim().endsWith('-----END PGP MESSAGE-----');
  if (block === undefined || another !== undefined || !isWhole || block.bytes.length === 0) {
    throw new SottoError('bad_data');
  }
  return block.bytes as CiphertextBinary;
}

/** Every armored block in a text, in order. Blocks whose base64 is broken are left out. Checksums are not looked at. */
export function readArmor(text: string): ArmorBlock[] {
  if (text.length > MAX_ARMOR_LENGTH) throw new SottoError('too_large');
  return [...text.matchAll(BLOCK)].flatMap(([, type = '', , body = '']) => {
    // RFC 9580 6.1: a checksum, when there is one, must not make a difference.
    const bytes = fromBase64(body.replace(/\n=[A-Za-z0-9+/]{4}\s*$/, '').replace(/\s/g, ''));
    return bytes === null ? [] : [{ type, bytes }];
  });
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function write(type: enums.armor, bytes: Uint8Array, checksum: boolean): string {
  return armor(type, bytes, undefined, undefined, undefined, checksum, settings);
}
