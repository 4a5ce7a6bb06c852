/** What OpenPGP.js 6.3.2 has and uses but its own declarations leave out or name wrongly. */
import type { Config, enums } from 'openpgp';

declare module 'openpgp' {
  interface Key {
    /** Direct key signatures, RFC 9580 5.2.1.10; where a version 6 certificate keeps its preferences. */
    directSignatures: SignaturePacket[];
    /** The valid self-signature whose preferences count. Throws when there is none. */
    getPrimarySelfSignature(date?: Date, userID?: UserID, config?: Config): Promise<SignaturePacket>;
    /** Null: whatever the time, be it expired or yet to come. */
    getPrimaryUser(date: null, userID?: UserID, config?: Config): Promise<PrimaryUser>;
  }

  interface SignaturePacket {
    /** Pairs of symmetric and AEAD algorithm, RFC 9580 5.2.3.15. */
    preferredCipherSuites: [enums.symmetric, enums.aead][] | null;
    read(bytes: Uint8Array, config?: Config): void;
    /** Throws when it is not by `key` over `data`. A null date passes over its times. */
    verify(
      key: Key['keyPacket'],
      type: enums.signature,
      data: object,
      date: Date | null,
      detached: boolean,
      config: Config,
    ): Promise<void>;
    /** The hashed subpacket area with its length, as it is signed. */
    writeHashedSubPackets(): Uint8Array;
    sign(
      key: AnySecretKeyPacket,
      data: AnyPacket | object,
      date: Date,
      detached: boolean,
      config: Config,
    ): Promise<void>;
  }

  interface Message<T> {
    /** The declared one lacks `recipientKeys` and `recipientUserIDs`. */
    sign(
      signingKeys: PrivateKey[],
      recipientKeys: PublicKey[],
      signature: Signature | null,
      signingKeyIDs: KeyID[],
      date: Date,
      signingUserIDs: UserID[],
      recipientUserIDs: UserID[],
      notations: RawNotation[],
      config: Config,
    ): Promise<Message<T>>;
  }

  interface PublicKeyEncryptedSessionKeyPacket {
    version: number;
    publicKeyID: KeyID;
    publicKeyFingerprint: Uint8Array | null;
    publicKeyAlgorithm: enums.publicKey;
    sessionKeyAlgorithm: enums.symmetric | null;
    encrypted: object;
  }

  interface SymEncryptedIntegrityProtectedDataPacket {
    version: number;
  }

  /** RFC 9580 5.14. Written as it stands; ignored when read. */
  export class PaddingPacket extends BasePacket {
    padding: Uint8Array | null;
    createPadding(length: number): Promise<void>;
  }
}
