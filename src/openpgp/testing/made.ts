/** Keys as other programs and other times made them. */
import { config, generateKey, type KeyOptions, type PrivateKey } from 'openpgp';
import { NOW } from './people';

/** Defaults to an older program's version 4 certificate, made a minute ago. */
export async function made(options: Partial<KeyOptions> = {}): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    userIDs: { name: 'Made' },
    date: new Date(NOW - 60_000),
    ...options,
    format: 'object',
    config: { ...config, minRSABits: 1024, nonDeterministicSignaturesViaNotation: false, ...options.config },
  });
  return privateKey;
}
/** Its certificate, binary, with all that is in it. */
export const certificateOf = (key: PrivateKey) => key.toPublic().write();
