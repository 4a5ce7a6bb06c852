/**
 * The vocabulary of `src/openpgp`: one type for each thing that must not be mistaken for another.
 * Brands are made only by the parser or generator that checked the value.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Lower-case hex, 40 digits (version 4, RFC 9580 5.5.4.2) or 64 (version 6). What people see; not what is pinned. */
export type Fingerprint = Branded<string, 'Fingerprint'>;
/** SHA-512 over the primary key packet's body, lower-case hex, 128 digits. What is pinned and compared. */
export type Pin = Branded<string, 'Pin'>;
/** An OpenPGP certificate (transferable public key, RFC 9580 10.1), binary. Public. */
export type CertificateBinary = Branded<Uint8Array<ArrayBuffer>, 'CertificateBinary'>;
/** The same in ASCII armor. */
export type CertificateArmored = Branded<string, 'CertificateArmored'>;
/** A transferable secret key, not protected by a passphrase, binary. Core only: never crosses a zone. */
export type SecretKeyBinary = Branded<Uint8Array<ArrayBuffer>, 'SecretKeyBinary'>;
/** An encrypted OpenPGP message (PKESK..., SEIPD), binary. */
export type CiphertextBinary = Branded<Uint8Array<ArrayBuffer>, 'CiphertextBinary'>;
/** The same in ASCII armor. */
export type CiphertextArmored = Branded<string, 'CiphertextArmored'>;
/** SHA-256 of a CiphertextBinary, first 16 bytes, 32 hex digits. Names a message. */
export type MessageDigest = Branded<string, 'MessageDigest'>;
/** 16 bytes, 32 hex digits: our own id of a conversation, derived from site and pinned parties. */
export type ConversationId = Branded<string, 'ConversationId'>;
/** 8 random bytes, 16 hex digits: one installation of one person. */
export type DeviceId = Branded<string, 'DeviceId'>;
/** 16 bytes, 32 hex digits: hash of the set of pins a message is encrypted to, the sender's included. */
export type RecipientsHash = Branded<string, 'RecipientsHash'>;

/** What a message's signature says about its place; see binding.ts for the 64 bytes. */
export type Binding = {
  readonly conversation: ConversationId;
  readonly device: DeviceId;
  /** 1 for the first message of this device in this conversation. */
  readonly sequence: number;
  /**
   * Digest of that device's previous message in this conversation, 32 zeros for the first; in an edit that of the
   * message whose place it takes.
   */
  readonly previous: MessageDigest;
  readonly recipients: RecipientsHash;
  /** It takes the place of an earlier message, so where it stands says nothing of when it was written. */
  readonly edit: boolean;
};

/** Why a certificate was revoked (RFC 9580 5.2.3.31). */
export type RevocationReason = 'unspecified' | 'superseded' | 'compromised' | 'retired';

export type CertificateWarning = 'rsa_below_3072' | 'version_6' | 'no_seipd2' | 'dated_ahead';

/** What there is to know about a usable certificate. Times are milliseconds since the epoch. */
export type CertificateSummary = {
  /** Minimal form: primary key, one user ID, newest encryption and signing subkeys, newest self-signatures. */
  readonly certificate: CertificateBinary;
  readonly fingerprint: Fingerprint;
  readonly pin: Pin;
  /** The user ID made safe to show: control and bidi characters removed, at most 100 characters. */
  readonly name: string;
  readonly version: 4 | 6;
  /** For people, such as "Ed25519 + X25519" or "RSA 4096". */
  readonly algorithm: string;
  readonly created: number;
  readonly expires: number | null;
  readonly readsSeipd2: boolean;
  readonly warnings: readonly CertificateWarning[];
};

export type Identity = {
  readonly secretKey: SecretKeyBinary;
  readonly certificate: CertificateBinary;
  /** Armored revocation certificate made at birth. */
  readonly revocation: string;
};

/** What was found about the one signature of a decrypted message. Policy (pins, chat, replay) is the core's. */
export type SignatureVerdict =
  | {
      readonly kind: 'valid';
      readonly pin: Pin;
      readonly fingerprint: Fingerprint;
      /** Signature creation time, milliseconds. */
      readonly time: number;
      /** Exactly one well-formed copy of our notation in the hashed area, or null. */
      readonly binding: Binding | null;
      /** Whether an Intended Recipient subpacket excludes this reader (RFC 9580 5.2.3.36). */
      readonly intendedForOthers: boolean;
    }
  | { readonly kind: 'missing' }
  /** By a key that is none of the candidates; issuer in lower-case hex as the signature names it. */
  | { readonly kind: 'unknown'; readonly issuer: string }
  | { readonly kind: 'invalid' };

export type ReadMessage = {
  readonly text: string;
  readonly digest: MessageDigest;
  readonly signature: SignatureVerdict;
};
