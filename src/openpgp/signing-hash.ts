import { enums, type Key } from 'openpgp';
import { settings } from './settings';

/** Curves whose signatures want a longer hash than the usual one (RFC 9580 5.2.3.3 to 5.2.3.5, 9.5). */
const LONGER: ReadonlyMap<string, enums.hash> = new Map([
  ['nistP384', enums.hash.sha384],
  ['brainpoolP384r1', enums.hash.sha384],
  ['nistP521', enums.hash.sha512],
  ['brainpoolP512r1', enums.hash.sha512],
  ['ed448', enums.hash.sha512],
]);

/** The hash that this key signs with. */
export function hashFor(key: Pick<Key['keyPacket'], 'getAlgorithmInfo'>): enums.hash {
  const { algorithm, curve } = key.getAlgorithmInfo();
  return LONGER.get(curve ?? algorithm) ?? settings.preferredHashAlgorithm;
}
