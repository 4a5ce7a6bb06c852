import fc from 'fast-check';
import { enums } from 'openpgp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { concatBytes, utf8 } from './bytes';
import { readMessage } from './decrypt';
import { packetSequence } from './packet-sequence';
import { readSignedText } from './plain-message';
import { openSingleChunk } from './single-chunk';
import { literal, packet, seal, signedParts } from './testing/hostile';
import { NOW, person, write, type Person } from './testing/people';

// As it is, and by one word out of the way, so that OpenPGP.js reads the same message by itself.
vi.mock('./single-chunk', async (load) => {
  const { openSingleChunk: real } = await load<typeof import('./single-chunk')>();
  return { openSingleChunk: vi.fn(real) };
});

const key = new Uint8Array(32).fill(7);
let alice: Person;
let bob: Person;
let carol: Person;

beforeAll(async () => {
  [alice, bob, carol] = await Promise.all([person('Alice'), person('Bob'), person('Carol')]);
});

function read(ciphertext: Uint8Array) {
  const certificates = [alice.certificate, carol.certificate];
  return readMessage({ ciphertext, secretKeys: [bob.secretKey], certificates, now: NOW }).catch(String);
}
async function bothWays(ciphertext: Uint8Array) {
  const fast = await read(ciphertext);
  vi.mocked(openSingleChunk).mockResolvedValue(null);
  try {
    return [fast, await read(ciphertext)] as const;
  } finally {
    vi.mocked(openSingleChunk).mockReset();
  }
}
const seipdOf = (ciphertext: Uint8Array) => packetSequence(ciphertext)?.at(-1)?.body ?? new Uint8Array();

/** A SEIPDv2 body under `key` whose content is a text packet of so many bytes. */
async function sealed(length: number, chunkOctet: number, aead: enums.aeadNames = 'gcm') {
  const content = packet(enums.packet.literalData, new Uint8Array(length - 6).fill(5));
  const ciphertext = await seal(content, [bob], { chunkOctet, aead, key });
  return { content, body: seipdOf(ciphertext) };
}

describe('a single chunk', () => {
  test.each([
    [256, 2],
    [100, 0x0c],
    [7, 16],
  ])('of %i bytes opens, and not with a bit changed in it', async (length, chunkOctet) => {
    const { content, body } = await sealed(length, chunkOctet);
    expect(await openSingleChunk(body, key)).toEqual(content);
    for (let at = 4; at < body.length; at++) {
      const changed = body.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at & 7));
      await expect(openSingleChunk(changed, key)).rejects.toThrow();
    }
    await expect(openSingleChunk(body, new Uint8Array(32))).rejects.toThrow();
    await expect(openSingleChunk(body, key.subarray(1))).rejects.toThrow('session key size');
  });

  test('is bound to its chunk size', async () => {
    const { body } = await sealed(100, 5);
    const changed = body.slice();
    changed[3] = 6;
    await expect(openSingleChunk(changed, key)).rejects.toThrow();
  });

  test('needs the final tag that goes with it', async () => {
    const [one, other] = [await sealed(100, 5), await sealed(100, 5)];
    const mixed = concatBytes(one.body.subarray(0, -16), other.body.subarray(-16));
    await expect(openSingleChunk(mixed, key)).rejects.toThrow();
    await expect(openSingleChunk(one.body.subarray(0, -16), key)).rejects.toThrow();
  });

  test('alone is what this opens', async () => {
    const several = await sealed(257, 2);
    expect(await openSingleChunk(several.body, key)).toBeNull();
    for (const aead of ['eax', 'ocb'] as const) {
      expect(await openSingleChunk((await sealed(100, 5, aead)).body, key)).toBeNull();
    }
    const { body } = await sealed(100, 5);
    for (const [at, value] of [
      [0, 1],
      [1, enums.symmetric.aes128],
      [3, 17],
    ] as const) {
      const changed = body.slice();
      changed[at] = value;
      expect(await openSingleChunk(changed, key)).toBeNull();
    }
    for (let length = 0; length <= 4 + 32 + 2 * 16; length++) {
      expect(await openSingleChunk(body.subarray(0, length), key)).toBeNull();
    }
  });
});

describe('the short way through a message', () => {
  test.each([4, 6] as const)('is the one that ours take (version %i)', async (version) => {
    const from = await person('From', version);
    for (const length of [0, 1, 300, 5000, 100_000]) {
      const { ciphertext } = await write('x'.repeat(length), from, [from.certificate]);
      vi.mocked(openSingleChunk).mockClear();
      await readMessage({ ciphertext, secretKeys: [from.secretKey], certificates: [], now: NOW });
      const packets = await vi.mocked(openSingleChunk).mock.results[0]?.value;
      const message = packets && readSignedText(packets);
      expect(message?.getLiteralData()).toHaveLength(length);
    }
  });

  test('reads what OpenPGP.js reads, and refuses what it refuses', async () => {
    const [onePass, text, signature] = await signedParts('pay Bob', alice);
    const [, , byCarol] = await signedParts('pay Bob', carol);
    const [, , asText] = await signedParts('pay Bob', alice, (one) => {
      one.signatureType = enums.signature.text;
    });
    const [, , ahead] = await signedParts('pay Bob', alice, () => {}, new Date(NOW + 3_600_000));
    const [, , standalone] = await signedParts('pay Bob', alice, (one) => {
      one.signatureType = enums.signature.standalone;
    });
    const others = fc.constantFrom(
      onePass,
      text,
      signature,
      byCarol,
      asText,
      ahead,
      standalone,
      literal('pay Mallory'),
      packet(enums.packet.literalData, utf8.encode('b\u0003abc1234pay Bob')),
      packet(enums.packet.literalData, utf8.encode('b\u0003abc123')),
      packet(enums.packet.literalData, utf8.encode('t\u0000datepay\r\nBob')),
      packet(enums.packet.literalData, utf8.encode('b')),
      packet(enums.packet.signature, new Uint8Array([3, 5])),
      packet(enums.packet.signature, new Uint8Array([4, 0])),
      packet(enums.packet.padding, new Uint8Array(5)),
      packet(enums.packet.marker, utf8.encode('PGP')),
      packet(enums.packet.compressedData, concatBytes(new Uint8Array([0]), text)),
      packet(60, new Uint8Array(5)),
      packet(30, new Uint8Array(5)),
      new Uint8Array([0]),
    );
    const base = fc.constantFrom([onePass, text, signature], [onePass, text, signature, packet(21, key)]);
    // One packet of a good message replaced, one added, or any at all.
    const arrangement = fc.oneof(
      fc.tuple(base, fc.nat(3), others).map(([list, at, one]) => list.with(at % list.length, one)),
      fc.tuple(base, fc.nat(4), others).map(([list, at, one]) => list.toSpliced(at, 0, one)),
      fc.array(others, { maxLength: 5 }),
    );
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arrangement, async (list) => {
        const [fast, plain] = await bothWays(await seal(concatBytes(...list), [bob]));
        expect(fast).toEqual(plain);
        kinds.add(typeof fast === 'string' ? fast : fast.signature.kind);
      }),
      { numRuns: 400 },
    );
    expect(kinds).toEqual(new Set(['valid', 'invalid', 'missing', 'SottoError: bad_data']));
  }, 60_000);

  test('is not for a text whose header is cut short or another than ours', async () => {
    const [onePass, , signature] = await signedParts('', alice);
    for (const [header, isOurs] of [
      ['b', false],
      ['b\u0003abc123', false],
      ['t\u0003abc1234', false],
      ['b\u0003abc1234', true],
    ] as const) {
      const text = packet(enums.packet.literalData, utf8.encode(header));
      expect(readSignedText(concatBytes(onePass, text, signature)) !== null).toBe(isOurs);
    }
  });

  test('sees the same in a message with bytes changed', async () => {
    const { ciphertext } = await write('pay Bob', alice, [bob.certificate]);
    await fc.assert(
      fc.asyncProperty(fc.nat(ciphertext.length - 1), fc.nat(255), async (at, value) => {
        const [fast, plain] = await bothWays(ciphertext.with(at, value));
        expect(fast).toEqual(plain);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('sees the same in what others write, in chunks of any size', async () => {
    const content = concatBytes(...(await signedParts('x'.repeat(300), alice)));
    for (const chunkOctet of [0, 1, 2, 3, 6, 16]) {
      const [fast, plain] = await bothWays(await seal(content, [bob], { chunkOctet }));
      expect(fast).toEqual(plain);
      expect(fast).toMatchObject({ text: 'x'.repeat(300), signature: { kind: 'valid' } });
    }
  });
});
