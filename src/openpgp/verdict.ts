import type { DecryptMessageResult, Key, PrivateKey, SignaturePacket } from 'openpgp';
import { BINDING_BYTES, decodeBinding } from './binding';
import { equalBytes, toHex } from './bytes';
import { NOTATION_NAME } from './notation';
import { pinOfKey } from './pin';
import { intendedRecipients } from './signing';
import type { Binding, Fingerprint, SignatureVerdict } from './types';

/**
 * What is found about a message's signatures: valid is exactly one, by exactly one of the candidates, verified by
 * OpenPGP.js with the text it returned. Does not throw for anything a message can hold.
 */
export async function verdictOf(
  signatures: DecryptMessageResult['signatures'],
  candidates: readonly Key[],
  own: readonly PrivateKey[],
): Promise<SignatureVerdict> {
  const [found, another] = signatures;
  if (found === undefined) return { kind: 'missing' };
  if (another !== undefined) return { kind: 'invalid' };
  const packet = (await found.signature).packets[0];
  if (packet === undefined) return { kind: 'invalid' };
  const signers = candidates.filter((key) => key.getKeys(packet.issuerKeyID).length > 0);
  const [signer] = signers;
  if (signer === undefined) return { kind: 'unknown', issuer: issuerOf(packet) };
  // A key ID is 64 bits: two certificates can share one on purpose, and the library takes the first.
  const isOneSigner = signers.every((key) => key.getFingerprint() === signer.getFingerprint());
  const isValid = isOneSigner && isIssuer(packet, signer) && (await found.verified.catch(() => false));
  if (!isValid || packet.created === null) return { kind: 'invalid' };
  return {
    kind: 'valid',
    pin: await pinOfKey(signer),
    fingerprint: signer.getFingerprint() as Fingerprint,
    time: packet.created.getTime(),
    binding: bindingOf(packet),
    intendedForOthers: isIntendedForOthers(packet, own),
  };
}

/** RFC 9580 5.2.3.35: where the full fingerprint is named, it must be the key's; the library compares the key ID. */
function isIssuer(packet: SignaturePacket, signer: Key): boolean {
  const named = packet.issuerFingerprint;
  if (named === null) return true;
  return signer.getKeys(packet.issuerKeyID).some(({ keyPacket }) => {
    const fingerprint = keyPacket.getFingerprintBytes();
    return fingerprint !== null && equalBytes(fingerprint, named);
  });
}

function issuerOf(packet: SignaturePacket): string {
  return packet.issuerFingerprint === null ? packet.issuerKeyID.toHex() : toHex(packet.issuerFingerprint);
}

/** The library collects notations of the hashed area only. */
function bindingOf(packet: SignaturePacket): Binding | null {
  const [notation, another] = packet.rawNotations.filter(({ name }) => name === NOTATION_NAME);
  if (notation === undefined || another !== undefined) return null;
  if (notation.humanReadable || notation.value.length !== BINDING_BYTES) return null;
  return decodeBinding(notation.value);
}

function isIntendedForOthers(packet: SignaturePacket, own: readonly PrivateKey[]): boolean {
  const intended = intendedRecipients(packet);
  if (intended === null) return false;
  const ours = own.flatMap(({ keyPacket }) => keyPacket.getFingerprintBytes() ?? []);
  return !intended.some((fingerprint) => ours.some((mine) => equalBytes(mine, fingerprint)));
}
