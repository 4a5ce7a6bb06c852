/** Reads the packets of a decrypted message in the one arrangement that we write, without the library's streams. */
import { LiteralDataPacket, Message, PacketList, SignaturePacket, type BasePacket } from 'openpgp';
import { packetSequence, packetTag } from './packet-sequence';
import { settings } from './settings';

/**
 * One text and one signature over it as a message of OpenPGP.js, which is to verify it: made of exactly one-pass
 * signature, literal data, signature, and after them at most one padding packet (RFC 9580 10.3). Null for every other
 * arrangement and whatever does not parse, which are the library's to read or to refuse.
 */
export async function readSignedText(packets: Uint8Array): Promise<Message<Uint8Array> | null> {
  const [onePass, text, signed, ...rest] = packetSequence(packets) ?? [];
  const isOurs =
    onePass?.tag === packetTag.onePassSignature &&
    text?.tag === packetTag.literal &&
    signed?.tag === packetTag.signature &&
    rest.length <= 1 &&
    rest.every(({ tag }) => tag === packetTag.padding);
  if (!isOurs) return null;
  try {
    const literal = new LiteralDataPacket();
    await literal.read(text.body);
    const signature = new SignaturePacket();
    signature.read(signed.body, settings);
    const list = new PacketList<BasePacket<boolean>>();
    list.push(literal, signature);
    return new Message<Uint8Array>(list);
  } catch {
    return null;
  }
}
