/** What a signature can say or leave out, and what is made of it. */
import { createMessage, enums, readPrivateKey, type AnySecretKeyPacket, type SignaturePacket } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { BINDING_BYTES, encodeBinding } from './binding';
import { concatBytes, utf8 } from './bytes';
import { readMessage } from './decrypt';
import { NOTATION_NAME } from './notation';
import { signMessage } from './signing';
import { packet, seal, signed, signedParts, type Tweak } from './testing/hostile';
import { bindingBetween, NOW, person, rsaPerson, type Person } from './testing/people';

let alice: Person;
let bob: Person;
let carol: Person;
let rsa: Person;

beforeAll(async () => {
  [alice, bob, carol, rsa] = await Promise.all([
    person('Alice'),
    person('Bob'),
    person('Carol'),
    rsaPerson(),
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
const notation = (value: Uint8Array, options: object = {}) => ({
  name: NOTATION_NAME,
  value,
  humanReadable: false,
  critical: false,
  ...options,
});

describe('a signature', () => {
  const withHash =
    (hash: enums.hash): Tweak =>
    (signature) => {
      signature.hashAlgorithm = hash;
    };
  test.each([enums.hash.sha1, enums.hash.sha224, enums.hash.ripemd])(
    'by the weak hash %i is invalid',
    async (hash) => {
      expect(await verdict(await signed('x', rsa, withHash(hash)), [rsa])).toEqual({ kind: 'invalid' });
      expect(await verdict(await signed('x', rsa), [rsa])).toMatchObject({ kind: 'valid' });
    },
  );

  test.each([enums.hash.sha384, enums.hash.sha512])('by the stronger hash %i is valid', async (hash) => {
    expect(await verdict(await signed('x', alice, withHash(hash)))).toMatchObject({ kind: 'valid' });
  });

  test.each([enums.signature.standalone, enums.signature.timestamp, enums.signature.certGeneric])(
    'of type %i says nothing about a text',
    async (type) => {
      const parts = await signedParts('x', alice);
      parts[0][7] = type;
      parts[2][7] = type;
      const { kind } = await verdict(concatBytes(...parts));
      expect(['missing', 'invalid']).toContain(kind);
    },
  );

  test('that demands what we do not know is invalid', async () => {
    const critical: Tweak = (signature) => {
      signature.rawNotations = [{ ...notation(new Uint8Array(1)), name: 'x@example.org', critical: true }];
    };
    expect(await verdict(await signed('x', alice, critical))).toEqual({ kind: 'invalid' });
  });

  test('that names another fingerprint with the same key ID is invalid', async () => {
    const tweak = (signature: SignaturePacket) => {
      if (signature.issuerFingerprint === null) return;
      const fingerprint = signature.issuerFingerprint.slice();
      fingerprint[0] = (fingerprint[0] ?? 0) ^ 1;
      signature.issuerFingerprint = fingerprint;
    };
    expect(await verdict(await signed('x', alice, tweak))).toEqual({ kind: 'invalid' });
  });

  test('that expired is invalid', async () => {
    const tweak: Tweak = (signature) => {
      signature.signatureExpirationTime = 60;
      signature.signatureNeverExpires = false;
    };
    expect(await verdict(await signed('x', alice, tweak))).toEqual({ kind: 'invalid' });
  });

  test('from before its key is invalid', async () => {
    const parts = await signedParts('x', alice, undefined, new Date(NOW - 3_600_000));
    expect(await verdict(concatBytes(...parts))).toEqual({ kind: 'invalid' });
  });
});

describe('a binding', () => {
  const bindingOf = async (...notations: object[]) => {
    const tweak: Tweak = (signature) =>
      (signature.rawNotations = notations as SignaturePacket['rawNotations']);
    const found = await verdict(await signed('x', alice, tweak));
    return found.kind === 'valid' ? found.binding : found;
  };

  test('counts once only', async () => {
    const binding = await bindingBetween(alice, bob);
    const good = notation(encodeBinding(binding));
    const other = notation(encodeBinding({ ...binding, sequence: 9 }));
    expect(await bindingOf(good)).toEqual(binding);
    expect(await bindingOf(good, good)).toBeNull();
    expect(await bindingOf(good, other)).toBeNull();
    expect(await bindingOf(good, notation(new Uint8Array(3)))).toBeNull();
    expect(await bindingOf()).toBeNull();
  });

  test('may be critical, but is bytes and whole', async () => {
    const binding = await bindingBetween(alice, bob);
    const value = encodeBinding(binding);
    expect(await bindingOf(notation(value, { critical: true }))).toEqual(binding);
    expect(await bindingOf(notation(value, { humanReadable: true }))).toBeNull();
    expect(await bindingOf(notation(value.subarray(1)))).toBeNull();
    expect(await bindingOf(notation(new Uint8Array(BINDING_BYTES)))).toBeNull();
  });

  test('outside the hashed area does not count', async () => {
    const value = encodeBinding(await bindingBetween(alice, bob));
    const parts = await signedParts('x', alice);
    // Header of 6, body of 6 up to the hashed area's length, which the unhashed area follows: its length is zero.
    const signature = parts[2];
    const hashed = ((signature[10] ?? 0) << 8) + (signature[11] ?? 0);
    const unhashedAt = 12 + hashed;
    const name = utf8.encode(NOTATION_NAME);
    const subpacket = concatBytes(
      new Uint8Array([1 + 8 + name.length + value.length, 20, 0, 0, 0, 0, 0, name.length, 0, value.length]),
      name,
      value,
    );
    const changed = concatBytes(
      signature.subarray(6, unhashedAt),
      new Uint8Array([0, subpacket.length]),
      subpacket,
      signature.subarray(unhashedAt + 2),
    );
    const content = concatBytes(parts[0], parts[1], packet(enums.packet.signature, changed));
    expect(await verdict(content)).toMatchObject({ kind: 'valid', binding: null });
  });
});

test('a signed text that one reader forwards to another shows that it was not meant for them', async () => {
  const { keyPacket } = await readPrivateKey({ binaryKey: alice.secretKey });
  const fingerprint = Uint8Array.from(Buffer.from(bob.summary.fingerprint, 'hex'));
  const content = await signMessage(
    await createMessage({ binary: utf8.encode('I love you') }),
    keyPacket as AnySecretKeyPacket,
    {
      binding: encodeBinding(await bindingBetween(alice, bob)),
      intended: [{ version: 4, fingerprint }],
      padding: null,
      date: new Date(NOW),
    },
  );
  const toBob = await readBy(bob, await seal(content.packets.write(), [bob]));
  expect(toBob.signature).toMatchObject({ kind: 'valid', intendedForOthers: false });
  const toCarol = await readBy(carol, await seal(content.packets.write(), [carol]));
  expect(toCarol).toMatchObject({
    text: 'I love you',
    signature: { kind: 'valid', pin: alice.summary.pin, intendedForOthers: true },
  });
});
