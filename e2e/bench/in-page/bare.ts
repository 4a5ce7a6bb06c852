/**
 * The WebCrypto operations that one message cannot do without, and nothing around them: version 4 keys (Curve25519Legacy,
 * Ed25519Legacy), a version 6 PKESK for each of two readers, SEIPDv2 with AES-256-GCM (RFC 9580 5.1.2, 5.13.2, 11.5).
 * Keys that outlive the message are imported beforehand; what comes with the message is not, since it cannot be.
 */
import { utf8, concatBytes } from '../../../src/openpgp/bytes';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a reader takes out of a message before the first operation. */
export type BareMessage = {
  readonly ephemeral: Bytes;
  readonly wrapped: Bytes;
  /** Algorithms, container and chunk size: bound to each chunk. */
  readonly header: Bytes;
  readonly salt: Bytes;
  readonly chunk: Bytes;
  readonly finalTag: Bytes;
};

export type BareReader = {
  readonly secret: CryptoKey;
  readonly publicPoint: Bytes;
  readonly kdfParameters: Bytes;
};
export type BareSigner = {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** A signature by this key over {@link signedHash}: one verification costs as much as any other. */
  readonly signature: ArrayBuffer;
};

const keyAgreement = 'X25519';
const signedHash = new Uint8Array(32);
const subtle = crypto.subtle;

export async function makeSigner(): Promise<BareSigner> {
  const pair = await subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  return { ...pair, signature: await subtle.sign('Ed25519', pair.privateKey, signedHash) };
}

/** Takes a binary message apart. The first PKESK is the writer's own, which the bench reads. */
export function takeApart(ciphertext: Uint8Array): BareMessage {
  const packets = packetBodies(ciphertext);
  const [pkesk] = packets;
  const seipd = packets.at(-1);
  if (pkesk?.[0] !== 6 || seipd?.[0] !== 2) throw new Error('another kind of message than the bench expects');
  // Version, length of the key's name, the name itself, algorithm; then an MPI of 33 octets, the first of them 0x40.
  const point = 2 + (pkesk[1] ?? 0) + 1 + 2;
  const wrapped = point + 33;
  return {
    ephemeral: pkesk.slice(point + 1, wrapped),
    wrapped: pkesk.slice(wrapped + 1),
    header: concatBytes(new Uint8Array([0xd2]), seipd.subarray(0, 4)),
    salt: seipd.slice(4, 36),
    chunk: seipd.slice(36, -16),
    finalTag: seipd.slice(-16),
  };
}

/** RFC 9580 4.2.1, without the five-octet length. OpenPGP.js writes the encrypted packet with partial lengths. */
function packetBodies(bytes: Uint8Array): Bytes[] {
  const bodies: Bytes[] = [];
  for (let at = 0; at < bytes.length;) {
    at += 1;
    let body: Bytes = new Uint8Array();
    for (let isLast = false; !isLast;) {
      const octet = bytes[at] ?? 255;
      if (octet === 255) throw new Error('length of a form that the bench does not know');
      isLast = octet < 224;
      const isTwo = isLast && octet >= 192;
      const length = isTwo
        ? ((octet - 192) << 8) + (bytes[at + 1] ?? 0) + 192
        : isLast
          ? octet
          : 2 ** (octet & 31);
      at += isTwo ? 2 : 1;
      body = concatBytes(body, bytes.subarray(at, at + length));
      at += length;
    }
    bodies.push(body);
  }
  return bodies;
}

/** The packets in the message. Throws when the message is not authentic. */
export async function bareDecrypt(
  message: BareMessage,
  reader: BareReader,
  signer: BareSigner,
): Promise<Uint8Array> {
  const ephemeral = await subtle.importKey('raw', message.ephemeral, keyAgreement, false, []);
  const wrapping = await wrappingKey(reader.secret, ephemeral, reader.kdfParameters, 'unwrapKey');
  const unwrapped = await subtle.unwrapKey('raw', message.wrapped, wrapping, 'AES-KW', anyLength, true, [
    'sign',
  ]);
  // 32 bytes of session key, then a checksum and padding.
  const sessionKey = (await subtle.exportKey('raw', unwrapped)).slice(0, 32);
  const { key, nonce } = await messageKey(sessionKey, message, 'decrypt');
  const plain = await subtle.decrypt(gcm(nonce, 0, message.header), key, message.chunk);
  await subtle.decrypt(gcm(nonce, 1, withTotal(message.header, plain.byteLength)), key, message.finalTag);
  await subtle.digest('SHA-256', plain);
  if (!(await subtle.verify('Ed25519', signer.publicKey, signer.signature, signedHash)))
    throw new Error('signature');
  return new Uint8Array(plain);
}

/** `plain` stands for signature and text as packets, padded. */
export async function bareEncrypt(
  plain: Bytes,
  header: Bytes,
  readers: readonly BareReader[],
  signer: BareSigner,
): Promise<void> {
  await subtle.digest('SHA-256', plain);
  await subtle.sign('Ed25519', signer.privateKey, signedHash);
  const sessionKey = crypto.getRandomValues(new Uint8Array(32));
  const padded = concatBytes(sessionKey, new Uint8Array(8));
  await Promise.all(readers.map((reader) => bareWrap(padded, reader)));
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const { key, nonce } = await messageKey(sessionKey.buffer, { header, salt }, 'encrypt');
  await subtle.encrypt(gcm(nonce, 0, header), key, plain);
  await subtle.encrypt(gcm(nonce, 1, withTotal(header, plain.length)), key, new Uint8Array());
}

async function bareWrap(padded: Bytes, { publicPoint, kdfParameters }: BareReader): Promise<ArrayBuffer> {
  const own = await subtle.generateKey(keyAgreement, false, ['deriveBits']);
  const [point, other] = await Promise.all([
    subtle.exportKey('raw', own.publicKey),
    subtle.importKey('raw', publicPoint, keyAgreement, false, []),
  ]);
  const wrapping = await wrappingKey(own.privateKey, other, kdfParameters, 'wrapKey');
  const inner = await subtle.importKey('raw', padded, anyLength, true, ['sign']);
  await subtle.wrapKey('raw', inner, wrapping, 'AES-KW');
  return point;
}

const anyLength = { name: 'HMAC', hash: 'SHA-256' };

/** RFC 9580 11.5: SHA-256 of the shared secret and the key's parameters, cut to AES-128. */
async function wrappingKey(
  own: CryptoKey,
  other: CryptoKey,
  parameters: Bytes,
  use: 'wrapKey' | 'unwrapKey',
): Promise<CryptoKey> {
  const shared = await subtle.deriveBits({ name: keyAgreement, public: other }, own, 256);
  const hashed = await subtle.digest('SHA-256', concatBytes(one, new Uint8Array(shared), parameters));
  return subtle.importKey('raw', hashed.slice(0, 16), 'AES-KW', false, [use]);
}

const one = new Uint8Array([0, 0, 0, 1]);

/** OID of Curve25519Legacy with its length, algorithm, KDF parameters, the fixed sender, fingerprint. */
export function kdfParametersOf(oid: Uint8Array, fingerprint: Uint8Array): Bytes {
  const fixed = utf8.encode('Anonymous Sender    ');
  return concatBytes(new Uint8Array([oid.length]), oid, new Uint8Array([18, 3, 1, 8, 7]), fixed, fingerprint);
}

/** RFC 9580 5.13.2: HKDF of session key and salt gives the key and the first four octets of the nonce. */
async function messageKey(
  sessionKey: ArrayBuffer,
  { header, salt }: { header: Bytes; salt: Bytes },
  use: 'encrypt' | 'decrypt',
): Promise<{ key: CryptoKey; nonce: Bytes }> {
  const secret = await subtle.importKey('raw', sessionKey, 'HKDF', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: header }, secret, 36 * 8);
  const key = await subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, [use]);
  return { key, nonce: new Uint8Array(bits.slice(32)) };
}

function gcm(nonce: Bytes, index: number, additionalData: Bytes): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(nonce);
  iv[11] = index;
  return { name: 'AES-GCM', iv, additionalData, tagLength: 128 };
}

function withTotal(header: Bytes, total: number): Bytes {
  const whole = concatBytes(header, new Uint8Array(8));
  new DataView(whole.buffer).setUint32(header.length + 4, total);
  return whole;
}
