/** Messages that no honest program writes. */
import {
  encrypt,
  enums,
  LiteralDataPacket,
  Message,
  OnePassSignaturePacket,
  PacketList,
  readKey,
  readPrivateKey,
  Signature,
  SignaturePacket,
  type AnyPacket,
  type AnySecretKeyPacket,
} from 'openpgp';
import { concatBytes, utf8 } from '../bytes';
import { settings } from '../settings';
import { NOW, type Person } from './people';

/** A packet in the new format with a five-octet length. */
export function packet(tag: number, body: Uint8Array): Uint8Array {
  const header = new Uint8Array([0xc0 | tag, 255, 0, 0, 0, 0]);
  new DataView(header.buffer).setUint32(2, body.length);
  return concatBytes(header, body);
}

export function literal(text: string): Uint8Array {
  return packet(enums.packet.literalData, concatBytes(utf8.encode('b\0\0\0\0\0'), utf8.encode(text)));
}

/** Encrypts any bytes as the content of a SEIPD packet to these readers, in SEIPDv2 in chunks of 2^(6 + `chunkOctet`). */
export async function seal(
  content: Uint8Array,
  readers: readonly Person[],
  options: { version?: 1 | 2; chunkOctet?: number; aead?: enums.aeadNames; key?: Uint8Array } = {},
) {
  const packets = new PacketList<AnyPacket>();
  packets.write = () => content;
  const isNewer = options.version !== 1;
  return encrypt({
    message: new Message<Uint8Array>(packets),
    encryptionKeys: await Promise.all(readers.map(({ certificate }) => readKey({ binaryKey: certificate }))),
    sessionKey: {
      data: options.key ?? crypto.getRandomValues(new Uint8Array(32)),
      algorithm: 'aes256',
      ...(isNewer ? { aeadAlgorithm: options.aead ?? 'gcm' } : {}),
    },
    format: 'binary',
    date: new Date(NOW),
    config: { ...settings, aeadChunkSizeByte: options.chunkOctet ?? settings.aeadChunkSizeByte },
  });
}

export type Tweak = (signature: SignaturePacket) => void;

/** One-pass signature, literal data and signature over it, the signature changed before it is made. */
export async function signed(text: string, signer: Person, tweak: Tweak = () => {}): Promise<Uint8Array> {
  return concatBytes(...(await signedParts(text, signer, tweak)));
}

export async function signedParts(
  text: string,
  signer: Person,
  tweak: Tweak = () => {},
  date = new Date(NOW),
) {
  const { keyPacket } = await readPrivateKey({ binaryKey: signer.secretKey });
  const body = new LiteralDataPacket();
  await body.read(concatBytes(utf8.encode('b\0\0\0\0\0'), utf8.encode(text)));
  const signature = new SignaturePacket();
  signature.signatureType = enums.signature.binary;
  signature.publicKeyAlgorithm = keyPacket.algorithm;
  signature.hashAlgorithm = enums.hash.sha256;
  const writeHashed = signature.writeHashedSubPackets.bind(signature);
  signature.writeHashedSubPackets = () => {
    tweak(signature);
    return writeHashed();
  };
  tweak(signature);
  await signature.sign(keyPacket as AnySecretKeyPacket, body, date, false, settings);
  const list = new PacketList<SignaturePacket>();
  list.push(signature);
  const literals = new PacketList<AnyPacket>();
  literals.push(body);
  const message = await new Message<Uint8Array>(literals).sign(
    [],
    [],
    new Signature(list),
    [],
    date,
    [],
    [],
    [],
    settings,
  );
  const onePass = message.packets.find((one) => one instanceof OnePassSignaturePacket);
  if (onePass === undefined) throw new Error('no one-pass signature');
  return [
    packet(enums.packet.onePassSignature, onePass.write()),
    literal(text),
    packet(enums.packet.signature, signature.write()),
  ] as const;
}
