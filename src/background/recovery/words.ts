/**
 * The recovery code: 256 random bits as 24 words of BIP 39's English list, of which the last carries a checksum, so that
 * a slip of the pen shows before anything is tried with it.
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { SottoError } from '../../protocol/errors';
import { RECOVERY_WORDS } from '../../protocol/recovery-requests';
import { randomBytes } from '../bytes';

declare const recoveryCode: unique symbol;
/** 24 words with one space between them. */
export type RecoveryCode = string & { readonly [recoveryCode]: true };

const known: ReadonlySet<string> = new Set(wordlist);

export function newRecoveryCode(): RecoveryCode {
  return entropyToMnemonic(randomBytes(32), wordlist) as RecoveryCode;
}

/**
 * Reads what a person typed, with any space, case and numbering between. Throws SottoError `recovery_count` (detail: how
 * many words there are), `recovery_word` (detail: which one is in no list, from 1) or `recovery_order`.
 */
export function readRecoveryCode(typed: string): RecoveryCode {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const strange = words.findIndex((word) => !known.has(word));
  if (strange >= 0) throw new SottoError('recovery_word', String(strange + 1));
  if (words.length !== RECOVERY_WORDS) throw new SottoError('recovery_count', String(words.length));
  const code = words.join(' ');
  try {
    mnemonicToEntropy(code, wordlist);
  } catch (cause) {
    throw new SottoError('recovery_order', '', { cause });
  }
  return code as RecoveryCode;
}

export function isRecoveryCode(text: string): text is RecoveryCode {
  try {
    return readRecoveryCode(text) === text;
  } catch {
    return false;
  }
}
