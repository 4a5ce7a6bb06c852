/** Reads the packets of a decrypted message in the one arrangement that we write, without the library's streams. */
import { enums, LiteralDataPacket, Message, PacketList, SignaturePacket, type BasePacket } from 'openpgp';
import { packetSequence, packetTag } from './packet-sequence';
import { settings } from './settings';

const DATE = 4;

/**
 * One text and one signature over it as a message of OpenPGP.js, which is to verify it: made of exactly one-pass
 * signature, binary literal data, signature, and after them at most one padding packet (RFC 9580 10.3). Null for every other
 * arrangement and whatever does not parse, which are the library's to read or to refuse.
 */
export function readSignedText(packets: Uint8Array): Message<Uint8Array> | null {
  const [onePass, text, signed, ...rest] = packetSequence(packets) ?? [];
  const isOurs =
    onePass?.tag === packetTag.onePassSignature &&
    text?.tag === packetTag.literal &&
    signed?.tag === packetTag.signature &&
    rest.length <= 1 &&
    rest.every(({ tag }) => tag === packetTag.padding);
  if (!isOurs) return null;
  const literal = readLiteral(text.body);
  if (literal === null) return null;
  try {
    const signature = new SignaturePacket();
    signature.read(signed.body, settings);
    const list = new PacketList<BasePacket<boolean>>();
    list.push(literal, signature);
    return new Message<Uint8Array>(list);
  } catch {
    return null;
  }
}

/** Binary ones alone (RFC 9580 5.9). Name and date are outside of what signatures of version 4 and 6 cover (5.2.4), and are not kept. */
function readLiteral(body: Uint8Array): LiteralDataPacket | null {
  const [format, nameLength] = body;
  if (format !== enums.literal.binary || nameLength === undefined) return null;
  const start = 2 + nameLength + DATE;
  if (start > body.length) return null;
  const literal = new LiteralDataPacket();
  // By its name, as the declaration calls private what the library has for its other classes to call.
  literal['setBytes'](body.subarray(start), enums.literal.binary);
  return literal;
}
