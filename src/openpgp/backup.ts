/**
 * A backup under its recovery code: one OpenPGP message of a SKESK version 6 (RFC 9580 5.3.2) with Argon2id and a SEIPD
 * version 2 (5.13.2) with AES-256-GCM, in armor. The code is the passphrase, so any program that knows these opens it.
 */
import { createMessage, decrypt, encrypt, enums, readMessage, unarmor } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { armorCiphertext } from './armor';
import { ownBytes, utf8 } from './bytes';
import { isUnderOnePassphrase } from './one-passphrase';
import { settings } from './settings';
import type { CiphertextBinary } from './types';

/** Characters of armor that are looked at, at most: the contacts of a long life. */
const MAX_BACKUP_LENGTH = 16_000_000;

/** @param code words with one space between them */
export async function sealBackup(text: string, code: string, now: number): Promise<string> {
  const sealed = await encrypt({
    message: await createMessage({ binary: utf8.encode(text), date: new Date(now) }),
    passwords: code,
    format: 'binary',
    config: settings,
  });
  return armorCiphertext(ownBytes(sealed) as CiphertextBinary);
}

/**
 * Throws SottoError `backup_none` for what is no such message (other kinds and costlier parameters than ours are refused
 * before any work is done), `backup_code` if this code does not open it, and `too_large`.
 */
export async function openBackup(armored: string, code: string): Promise<string> {
  if (armored.length > MAX_BACKUP_LENGTH) throw new SottoError('too_large');
  const binary = await unarmored(armored);
  if (!isUnderOnePassphrase(binary)) throw new SottoError('backup_none');
  let message;
  try {
    message = await readMessage({ binaryMessage: binary, config: settings });
  } catch (cause) {
    throw new SottoError('backup_none', '', { cause });
  }
  try {
    const { data } = await decrypt({ message, passwords: code, format: 'binary', config: settings });
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch (cause) {
    // A wrong code and a changed byte look the same: the first authenticated chunk does not open.
    throw new SottoError('backup_code', '', { cause });
  }
}

async function unarmored(armored: string): Promise<Uint8Array> {
  try {
    const { type, data } = await unarmor(armored.trim(), settings);
    if (type !== enums.armor.message || !(data instanceof Uint8Array)) throw new SottoError('backup_none');
    return data;
  } catch (cause) {
    throw new SottoError('backup_none', '', { cause });
  }
}
