/** Stands in for `openpgp/passphrase`: Argon2id is tested where it is, and takes half a second each time. */
import { SottoError } from '../../protocol/errors';

export async function wrapDataKey(dataKey: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  return new TextEncoder().encode(JSON.stringify([passphrase, [...dataKey]]));
}

export async function unwrapDataKey(
  wrapped: Uint8Array,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [right, dataKey] = JSON.parse(new TextDecoder().decode(wrapped)) as [string, number[]];
  if (right !== passphrase) throw new SottoError('wrong_passphrase');
  return new Uint8Array(dataKey);
}
