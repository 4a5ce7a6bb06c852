/** Recognises what Sotto itself puts under a passphrase, before any work is done for it. */
import { packetSequence, packetTag } from './packet-sequence';
import { settings } from './settings';

/** Where the SKESKv6 (RFC 9580 5.3.2) has its S2K specifier: after its version, count, cipher, AEAD and length. */
const S2K_OFFSET = 5;
/** RFC 9580 3.7.1.4: the id, 16 bytes of salt, passes, parallelism, exponent of the memory in KiB. */
const ARGON2 = 4;

/** Whether this is one SKESK version 6 with Argon2id of at most our own cost, one SEIPD version 2, and nothing else. */
export function isUnderOnePassphrase(bytes: Uint8Array): boolean {
  const [skesk, seipd, ...rest] = packetSequence(bytes) ?? [];
  if (skesk?.tag !== packetTag.skesk || skesk.first !== 6) return false;
  if (seipd?.tag !== packetTag.seipd || seipd.first !== 2) return false;
  const { passes, parallelism, memoryExponent } = settings.s2kArgon2Params;
  const argon2 = skesk.body.subarray(S2K_OFFSET);
  return (
    rest.length === 0 &&
    argon2[0] === ARGON2 &&
    (argon2[17] ?? 256) <= passes &&
    (argon2[18] ?? 256) <= parallelism &&
    (argon2[19] ?? 256) <= memoryExponent
  );
}
