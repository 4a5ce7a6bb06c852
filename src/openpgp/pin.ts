import type { Key } from 'openpgp';
import { hexDigest } from './bytes';
import type { Pin } from './types';

const pins = new WeakMap<Key, Promise<string>>();

/** SHA-512 over the body of the primary key packet (RFC 9580 5.5.2): no key ID, no SHA-1. */
export async function pinOfKey(key: Key): Promise<Pin> {
  let pin = pins.get(key);
  if (pin === undefined) {
    pin = hexDigest('SHA-512', publicBody(key), 64);
    pins.set(key, pin);
  }
  return (await pin) as Pin;
}

function publicBody(key: Key): Uint8Array {
  return key.toPublic().keyPacket.write();
}
