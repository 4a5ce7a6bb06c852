/** The one signature of a message: binary, with its binding, its readers named, and in SEIPDv1 its padding. */
import {
  enums,
  PacketList,
  Signature,
  SignaturePacket,
  type AnySecretKeyPacket,
  type Message,
  type RawNotation,
} from 'openpgp';
import { concatBytes } from './bytes';
import { NOTATION_NAME, PADDING_NOTATION_NAME } from './notation';
import { settings } from './settings';
import { hashFor } from './signing-hash';

const INTENDED_RECIPIENT = 35;

export type SignatureContent = {
  /** The 64 bytes of binding.ts. */
  readonly binding: Uint8Array;
  /** Length of the padding notation's value in bytes, or null for none. */
  readonly padding: number | null;
  /** Who is meant to read it (RFC 9580 5.2.3.36), by version and fingerprint of the primary key. Empty: not said. */
  readonly intended: readonly { readonly version: number; readonly fingerprint: Uint8Array }[];
  readonly date: Date;
};

/** OpenPGP.js has no way to ask for Intended Recipient subpackets, but its packet class is public and can be extended. */
class MessageSignaturePacket extends SignaturePacket {
  readonly #intended: SignatureContent['intended'];

  constructor(intended: SignatureContent['intended']) {
    super();
    this.#intended = intended;
  }

  override writeHashedSubPackets(): Uint8Array {
    const prefix = this.version === 6 ? 4 : 2;
    const area = super.writeHashedSubPackets();
    const added = this.#intended.map(({ version, fingerprint }) =>
      concatBytes(new Uint8Array([fingerprint.length + 2, INTENDED_RECIPIENT, version]), fingerprint),
    );
    const subpackets = concatBytes(area.subarray(prefix), ...added);
    const whole = concatBytes(new Uint8Array(prefix), subpackets);
    const view = new DataView(whole.buffer);
    if (prefix === 4) view.setUint32(0, subpackets.length);
    else view.setUint16(0, subpackets.length);
    return whole;
  }
}

/** One-pass signature, literal data and signature, as they will be encrypted. `message` holds the literal data alone. */
export async function signMessage(
  message: Message<Uint8Array>,
  key: AnySecretKeyPacket,
  content: SignatureContent,
): Promise<Message<Uint8Array>> {
  const packet = new MessageSignaturePacket(content.intended);
  packet.signatureType = enums.signature.binary;
  packet.publicKeyAlgorithm = key.algorithm;
  packet.hashAlgorithm = hashFor(key);
  packet.rawNotations = [notation(NOTATION_NAME, content.binding)];
  if (content.padding !== null) {
    packet.rawNotations.push(notation(PADDING_NOTATION_NAME, new Uint8Array(content.padding)));
  }
  const [literal] = message.packets;
  if (literal === undefined) throw new RangeError('nothing to sign');
  await packet.sign(key, literal, content.date, false, settings);
  const list = new PacketList<SignaturePacket>();
  list.push(packet);
  return message.sign([], [], new Signature(list), [], content.date, [], [], [], settings);
}

/** Not critical: GnuPG and others call a signature bad over a critical notation that they do not know. */
function notation(name: string, value: Uint8Array): RawNotation {
  return { name, value, humanReadable: false, critical: false };
}

/** Fingerprints that the signature names as its readers; null when it names none. Hashed area only. */
export function intendedRecipients(signature: SignaturePacket): Uint8Array[] | null {
  const found = signature.unknownSubpackets.filter(({ type }) => type === INTENDED_RECIPIENT);
  return found.length === 0 ? null : found.map(({ body }) => body.subarray(1));
}
