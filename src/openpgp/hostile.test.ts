/** Published attacks and their neighbours: what a message can be made of to look like what it is not. */
import { deflateSync } from 'node:zlib';
import { createMessage, encrypt, enums, readKey, readPrivateKey, sign } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBinding } from './binding';
import { concatBytes, utf8 } from './bytes';
import { readMessage } from './decrypt';
import { NOTATION_NAME } from './notation';
import { packetSequence, packetTag } from './packet-sequence';
import { bindingBetween, NOW, person, write, type Person } from './testing/people';
import { literal, packet, seal, signed, signedParts, type Tweak } from './testing/hostile';

let alice: Person;
let bob: Person;
let carol: Person;
let six: Person;

beforeAll(async () => {
  [alice, bob, carol, six] = await Promise.all([
    person('Alice'),
    person('Bob'),
    person('Carol'),
    person('Six', 6),
  ]);
});

function readBy(reader: Person, ciphertext: Uint8Array, from: readonly Person[] = [alice]) {
  return readMessage({
    ciphertext,
    secretKeys: [reader.secretKey],
    certificates: from.map(({ certificate }) => certificate),
    now: NOW,
  });
}
const verdict = async (content: Uint8Array, from?: readonly Person[]) =>
  (await readBy(bob, await seal(content, [bob]), from)).signature;
const refusal = (ciphertext: Uint8Array) =>
  expect(readBy(bob, ciphertext)).rejects.toMatchObject({ code: 'bad_data', detail: '' });
const notation = (value: Uint8Array, options: object = {}) => ({
  name: NOTATION_NAME,
  value,
  humanReadable: false,
  critical: false,
  ...options,
});

test('the harness makes messages that are read as they should be', async () => {
  const binding = await bindingBetween(alice, bob);
  const tweak: Tweak = (signature) => (signature.rawNotations = [notation(encodeBinding(binding))]);
  for (const version of [1, 2] as const) {
    const read = await readBy(bob, await seal(await signed('x', alice, tweak), [bob], { version }));
    expect(read).toMatchObject({ text: 'x', signature: { kind: 'valid', binding } });
  }
  expect(await verdict(await signed('x', six), [six])).toMatchObject({ kind: 'valid', binding: null });
});

describe('around the container', () => {
  test('nothing may stand before, between or after', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    const extras = [
      packet(enums.packet.marker, utf8.encode('PGP')),
      packet(enums.packet.padding, new Uint8Array(5)),
      packet(60, new Uint8Array(5)),
      literal('forged'),
      await signed('forged', carol),
      ciphertext,
    ];
    for (const extra of extras) {
      await refusal(concatBytes(extra, ciphertext));
      await refusal(concatBytes(ciphertext, extra));
    }
    await refusal(concatBytes(ciphertext, new Uint8Array(1)));
  });

  test('plaintext is no message', async () => {
    await refusal(literal('x'));
    await refusal(await signed('x', alice));
  });

  test('a container without integrity is no message (SED, RFC 9580 5.7, and the draft AEAD packet)', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    for (const tag of [enums.packet.symmetricallyEncryptedData, enums.packet.aeadEncryptedData]) {
      const changed = ciphertext.slice();
      const seipd = changed.lastIndexOf(0xd2, changed.length - 700);
      changed[seipd] = 0xc0 | tag;
      await refusal(changed);
      await refusal(packet(tag, new Uint8Array(100)));
    }
  });

  test('a password is no way in', async () => {
    const message = await createMessage({ text: 'x' });
    const encryptionKeys = await readKey({ binaryKey: bob.certificate });
    const options = { message, passwords: 'p', format: 'binary' as const, date: new Date(NOW) };
    await refusal(await encrypt(options));
    await refusal(await encrypt({ ...options, encryptionKeys }));
  });

  test('a PKESK of the other generation is not looked at (RFC 9580 10.3.2.1)', async () => {
    const one = await seal(literal('x'), [bob], { version: 1 });
    const two = await seal(literal('x'), [bob], { version: 2 });
    const [pkesk, seipd] = [packetSequence(one)?.[0], packetSequence(two)?.[1]];
    const mixed = concatBytes(
      packet(packetTag.pkesk, pkesk?.body ?? new Uint8Array()),
      packet(packetTag.seipd, seipd?.body ?? new Uint8Array()),
    );
    await expect(readBy(bob, mixed)).rejects.toMatchObject({ code: 'not_for_me' });
  });

  test('a PKESK of a form to come is for others, a damaged one is refused', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    const pkesk = (...bytes: number[]) =>
      packet(enums.packet.publicKeyEncryptedSessionKey, new Uint8Array(bytes));
    const beside = (other: Uint8Array) => readBy(bob, concatBytes(other, ciphertext));
    const name = [1, 2, 3, 4, 5, 6, 7, 8];
    expect((await beside(pkesk(9, ...name, 18, 0))).text).toBe('x');
    expect((await beside(pkesk(3, ...name, 99, 0))).text).toBe('x');
    await refusal(concatBytes(pkesk(3, ...name, 18, 0), ciphertext));
  });

  test('a container of a version to come is refused, whoever it is for', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    const [first, second] = packetSequence(ciphertext) ?? [];
    const pkesks = [first, second].map((one) => packet(1, one?.body ?? new Uint8Array()));
    for (const version of [0, 3]) {
      await refusal(
        concatBytes(
          ...pkesks,
          packet(enums.packet.symEncryptedIntegrityProtectedData, new Uint8Array(100).fill(version)),
        ),
      );
    }
  });

  test('hundreds of readers are refused before any work', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    const pkesk = packet(1, new Uint8Array(50).fill(3));
    await refusal(concatBytes(...Array.from({ length: 300 }, () => pkesk), ciphertext));
  });

  test('a reader who is not named is still found', async () => {
    const encrypted = await encrypt({
      message: await createMessage({ text: 'x' }),
      encryptionKeys: [
        await readKey({ binaryKey: carol.certificate }),
        await readKey({ binaryKey: bob.certificate }),
      ],
      wildcard: true,
      format: 'binary',
      date: new Date(NOW),
    });
    expect(await readBy(bob, encrypted)).toMatchObject({ text: 'x', signature: { kind: 'missing' } });
    await expect(readBy(alice, encrypted)).rejects.toMatchObject({ code: 'not_for_me' });
  });
});

describe('inside the container', () => {
  test('texts beside the signed one are refused (the class of CVE-2025-47934)', async () => {
    const [onePass, original, signature] = await signedParts('pay Bob', alice);
    const forged = literal('pay Mallory');
    const arrangements = [
      [forged, onePass, original, signature],
      [onePass, forged, original, signature],
      [onePass, original, forged, signature],
      [onePass, original, signature, forged],
      [onePass, packet(8, concatBytes(new Uint8Array([0]), forged)), original, signature],
      [onePass, original, signature, packet(8, concatBytes(new Uint8Array([0]), forged))],
      [original, signature],
      [onePass, original],
      [onePass, signature],
      [],
    ];
    for (const parts of arrangements) await refusal(await seal(concatBytes(...parts), [bob]));
  });

  test('a signature outside a compressed text does not count for it', async () => {
    const [onePass, , signature] = await signedParts('pay Bob', alice);
    const compressed = packet(8, concatBytes(new Uint8Array([0]), literal('pay Mallory')));
    const found = await readBy(bob, await seal(concatBytes(onePass, compressed, signature), [bob]));
    expect(found.signature.kind).not.toBe('valid');
  });

  test('a signature over another text is invalid', async () => {
    const [onePass, , signature] = await signedParts('pay Bob', alice);
    expect(await verdict(concatBytes(onePass, literal('pay Mallory'), signature))).toEqual({
      kind: 'invalid',
    });
  });

  test('no signature is called missing', async () => {
    expect(await verdict(literal('x'))).toEqual({ kind: 'missing' });
  });

  test('a signer who is no candidate is unknown, and named', async () => {
    expect(await verdict(await signed('x', carol))).toEqual({
      kind: 'unknown',
      issuer: carol.summary.fingerprint,
    });
    expect(await verdict(await signed('x', six))).toEqual({
      kind: 'unknown',
      issuer: six.summary.fingerprint,
    });
  });

  test('two signatures are invalid, in every order and even when both are good', async () => {
    const [message, signingKeys] = [
      await createMessage({ binary: utf8.encode('x') }),
      await Promise.all([alice, carol].map(({ secretKey }) => readPrivateKey({ binaryKey: secretKey }))),
    ];
    for (const keys of [signingKeys, signingKeys.toReversed()]) {
      const both = await sign({ message, signingKeys: keys, format: 'binary', date: new Date(NOW) });
      expect(await verdict(both, [alice])).toEqual({ kind: 'invalid' });
      expect(await verdict(both, [alice, carol])).toEqual({ kind: 'invalid' });
    }
  });

  test('a bomb is refused', async () => {
    const zeros = packet(11, concatBytes(utf8.encode('b\0\0\0\0\0'), new Uint8Array(100 << 20)));
    const bomb = packet(8, concatBytes(new Uint8Array([2]), deflateSync(zeros)));
    expect(bomb.length).toBeLessThan(200_000);
    await refusal(await seal(bomb, [bob]));
  }, 30_000);

  test('nesting is refused', async () => {
    const compressed = packet(8, concatBytes(new Uint8Array([0]), literal('x')));
    await refusal(await seal(packet(8, concatBytes(new Uint8Array([0]), compressed)), [bob]));
    await refusal(await seal(await seal(literal('x'), [bob]), [bob]));
    expect(await verdict(compressed)).toEqual({ kind: 'missing' });
  });

  test('a text longer than anybody shows is refused as such', async () => {
    const long = await seal(literal('x'.repeat(200_001)), [bob]);
    await expect(readBy(bob, long)).rejects.toMatchObject({ code: 'too_large' });
  });
});
