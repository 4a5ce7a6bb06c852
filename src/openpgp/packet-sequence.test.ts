import fc from 'fast-check';
import { enums } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { packetSequence, packetTag } from './packet-sequence';

const filled = (length: number, value: number) => Array.from({ length }, () => value);

const place = (tag: number, ...body: number[]) => ({ tag, first: body[0], body: new Uint8Array(body) });
const read = (...bytes: number[]) => packetSequence(new Uint8Array(bytes));

describe('the packet sequence', () => {
  test.each([
    ['nothing', [], []],
    ['new format', [0xc1, 2, 3, 9], [place(1, 3, 9)]],
    ['old format, one octet', [0x84, 2, 3, 9], [place(1, 3, 9)]],
    ['old format, two octets', [0x85, 0, 1, 7], [place(1, 7)]],
    ['old format, four octets', [0x86, 0, 0, 0, 1, 7], [place(1, 7)]],
    ['old format, to the end', [0x87, 7, 8, 9], [place(1, 7, 8, 9)]],
    ['five octets', [0xd2, 255, 0, 0, 0, 1, 2], [place(18, 2)]],
    ['two octets', [0xd2, 192, 0, 2, ...filled(191, 0)], [place(18, 2, ...filled(191, 0))]],
    ['partial lengths', [0xd2, 0xe1, 2, 0, 0xe0, 0, 1, 5], [place(18, 2, 0, 0, 5)]],
    ['two packets', [0xc1, 1, 3, 0xd2, 1, 2], [place(1, 3), place(18, 2)]],
  ])('of %s', (_, bytes, places) => {
    expect(read(...bytes)).toEqual(places);
  });

  test('of as many pieces as fit ends without throwing', () => {
    const pieces = new Uint8Array(1 << 20).fill(0xe0);
    pieces.set([0xd2]);
    pieces.set([0], pieces.length - 1);
    expect(packetSequence(pieces)?.[0]?.body).toHaveLength((1 << 19) - 1);
  });

  test.each([
    ['text', [0x41, 0x42]],
    ['a header alone', [0xc1]],
    ['a short body', [0xc1, 5, 1, 2]],
    ['an empty body', [0xc1, 0]],
    ['half a two-octet length', [0xc1, 200]],
    ['half a five-octet length', [0xc1, 255, 0, 0]],
    ['half an old length', [0x85, 0]],
    ['a partial length without end', [0xd2, 0xe0, 2]],
    ['a length of 4 GiB', [0xd2, 255, 255, 255, 255, 255, 2]],
    ['a key in pieces', [0xc6, 0xe1, 4, 0, 1, 5]],
    ['a trailing byte', [0xc1, 1, 3, 0]],
  ])('is refused for %s', (_, bytes) => {
    expect(read(...bytes)).toBeNull();
  });

  test('of any bytes ends without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => packetSequence(bytes)).not.toThrow();
      }),
    );
  });

  test('uses the ids that the library knows', () => {
    expect(packetTag).toEqual({
      pkesk: enums.packet.publicKeyEncryptedSessionKey,
      signature: enums.packet.signature,
      skesk: enums.packet.symEncryptedSessionKey,
      onePassSignature: enums.packet.onePassSignature,
      secretKey: enums.packet.secretKey,
      publicKey: enums.packet.publicKey,
      secretSubkey: enums.packet.secretSubkey,
      literal: enums.packet.literalData,
      seipd: enums.packet.symEncryptedIntegrityProtectedData,
      padding: enums.packet.padding,
    });
  });
});
