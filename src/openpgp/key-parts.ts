/** Taking a key apart and putting it together again, since OpenPGP.js lets nobody add a name or a signature to one. */
import { PacketList, PrivateKey, type AnyPacket, type Key, type SignaturePacket, type Subkey } from 'openpgp';

type UserPart = { readonly id: AnyPacket; readonly signatures: readonly SignaturePacket[] };
type SubkeyPart = { readonly key: Subkey['keyPacket']; readonly signatures: readonly SignaturePacket[] };

/** RFC 9580 10.1.2, in the order in which it is written. */
export type KeyParts = {
  readonly primary: Key['keyPacket'];
  readonly revocations: readonly SignaturePacket[];
  readonly direct: readonly SignaturePacket[];
  readonly users: readonly UserPart[];
  readonly subkeys: readonly SubkeyPart[];
};

/** What its owner said of a key. What others said of it, and pictures, are left out. */
export function partsOf(key: Key): KeyParts {
  return {
    primary: key.keyPacket,
    revocations: key.revocationSignatures,
    direct: key.directSignatures,
    users: key.users.flatMap(({ userID, selfCertifications, revocationSignatures }) =>
      userID ? [{ id: userID, signatures: [...revocationSignatures, ...selfCertifications] }] : [],
    ),
    subkeys: key.subkeys.map(({ keyPacket, revocationSignatures, bindingSignatures }) => ({
      key: keyPacket,
      signatures: [...revocationSignatures, ...bindingSignatures],
    })),
  };
}

export function packetsOf({ primary, revocations, direct, users, subkeys }: KeyParts): PacketList<AnyPacket> {
  const list = new PacketList<AnyPacket>();
  list.push(primary, ...revocations, ...direct);
  for (const { id, signatures } of users) list.push(id, ...signatures);
  for (const { key, signatures } of subkeys) list.push(key, ...signatures);
  return list;
}

export function secretKeyOf(parts: KeyParts): PrivateKey {
  return new PrivateKey(packetsOf(parts));
}
