import { hexDigest } from './bytes';
import type { MessageDigest } from './types';

/** Names a message: SHA-256 over the binary ciphertext, its first 16 bytes in hex. Two armorings give one name. */
export async function messageDigest(ciphertext: Uint8Array): Promise<MessageDigest> {
  return (await hexDigest('SHA-256', ciphertext, 16)) as MessageDigest;
}
