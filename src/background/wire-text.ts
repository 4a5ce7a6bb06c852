/** One wire text as a reader or prompt frame hands it over: armor, or a token. */
import { dearmorCiphertext } from '../openpgp/armor';
import { SottoError } from '../protocol/errors';
import { isArmor } from '../wire/armor-text';
import { readToken, type Token } from '../wire/token';

export type WireText =
  | { readonly form: 'armor'; readonly ciphertext: Uint8Array }
  | { readonly form: 'token'; readonly token: Token }
  | { readonly form: 'unreadable'; readonly state: 'damaged' | 'too-large' };

/** Never throws for what the text holds. */
export function readWireText(wire: string): WireText {
  try {
    return isArmor(wire)
      ? { form: 'armor', ciphertext: dearmorCiphertext(wire) }
      : { form: 'token', token: readToken(wire) };
  } catch (error) {
    if (!(error instanceof SottoError)) throw error;
    return { form: 'unreadable', state: error.code === 'too_large' ? 'too-large' : 'damaged' };
  }
}
