import { createMessage, encrypt, readKey, readPrivateKey } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashRecipients } from './binding';
import { forgetSecrets, readMessage } from './decrypt';
import { armorCertificate, inspectCertificates } from './certificate';
import { NOW, olderCertificate, person, write, type Person } from './testing/people';
import type { CertificateBinary } from './types';

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

function readBy(reader: Person, ciphertext: Uint8Array, from: readonly Person[] = [alice], now = NOW) {
  return readMessage({
    ciphertext,
    secretKeys: [reader.secretKey],
    certificates: from.map(({ summary }) => summary.certificate),
    now,
  });
}

describe('reading', () => {
  test.each([4, 6] as const)(
    'gives back the text, the signer and the binding (version %i)',
    async (version) => {
      const [from, to] = version === 6 ? [six, await person('Seven', 6)] : [alice, bob];
      const text = '\uFEFFmit BOM, \r\n, \u0000 und 😀 ';
      const { ciphertext, digest } = await write(text, from, [to.certificate]);
      forgetSecrets();
      for (const reader of [to, from]) {
        expect(await readBy(reader, ciphertext, [carol, from])).toEqual({
          text,
          digest,
          signature: {
            kind: 'valid',
            pin: from.summary.pin,
            fingerprint: from.summary.fingerprint,
            time: NOW,
            binding: expect.objectContaining({
              sequence: 7,
              recipients: await hashRecipients([from.summary.pin]),
            }),
            intendedForOthers: false,
          },
        });
      }
    },
  );

  test('gives the same the second time, from the cache', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    expect(await readBy(bob, ciphertext)).toEqual(await readBy(bob, ciphertext));
  });

  test('with one key gives nothing from the cache of another', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    await readBy(bob, ciphertext);
    await expect(readBy(carol, ciphertext)).rejects.toMatchObject({ code: 'not_for_me' });
  });

  test('after forgetting needs the secret key again', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    await readBy(bob, ciphertext);
    forgetSecrets();
    const options = { ciphertext, secretKeys: [], certificates: [], now: NOW };
    await expect(readMessage(options)).rejects.toMatchObject({ code: 'not_for_me' });
    expect((await readBy(bob, ciphertext)).text).toBe('x');
  });

  test.each(['ocb', 'eax', 'gcm'] as const)('takes %s from those who choose it', async (aeadAlgorithm) => {
    const ciphertext = await encrypt({
      message: await createMessage({ binary: new TextEncoder().encode('x') }),
      encryptionKeys: await readKey({ binaryKey: bob.certificate }),
      signingKeys: await readPrivateKey({ binaryKey: alice.secretKey }),
      sessionKey: { data: new Uint8Array(32), algorithm: 'aes256', aeadAlgorithm },
      format: 'binary',
      date: new Date(NOW),
    });
    expect(await readBy(bob, ciphertext)).toMatchObject({
      text: 'x',
      signature: { kind: 'valid', binding: null },
    });
  });

  test('an empty text works', async () => {
    const { ciphertext } = await write('', alice, [bob.certificate]);
    expect((await readBy(bob, ciphertext)).text).toBe('');
  });

  test('takes certificates in the minimal form that a chat carries', async () => {
    const [minimal] = await inspectCertificates(armorCertificate(alice.summary.certificate), NOW);
    const { ciphertext } = await write('x', alice, [bob.summary.certificate]);
    const read = await readMessage({
      ciphertext,
      secretKeys: [bob.secretKey],
      certificates: [minimal?.certificate ?? alice.certificate],
      now: NOW,
    });
    expect(read.signature.kind).toBe('valid');
  });

  test('a certificate that cannot be parsed stands in nobody’s way', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    const read = await readMessage({
      ciphertext,
      secretKeys: [bob.secretKey],
      certificates: [new Uint8Array([1, 2, 3]) as CertificateBinary, alice.certificate],
      now: NOW,
    });
    expect(read.signature.kind).toBe('valid');
  });
});

describe('refuses', () => {
  test('what is too large, unread', async () => {
    await expect(readBy(bob, new Uint8Array((1 << 20) + 1))).rejects.toMatchObject({ code: 'too_large' });
  });

  test('what is for others', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    await expect(readBy(carol, ciphertext)).rejects.toMatchObject({ code: 'not_for_me', detail: '' });
  });

  test('every truncation', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    for (let length = 0; length < ciphertext.length; length++) {
      await expect(readBy(bob, ciphertext.subarray(0, length))).rejects.toMatchObject({
        code: 'bad_data',
        detail: '',
      });
    }
  });

  test.each([
    ['seipd2', 4],
    ['seipd2', 6],
    ['seipd1', 4],
  ] as const)(
    'every flipped bit, or it changes nothing (%s, version %i)',
    async (container, version) => {
      const [from, to] = version === 6 ? [six, await person('Seven', 6)] : [alice, bob];
      const others = container === 'seipd1' ? [await olderCertificate()] : [];
      const { ciphertext, ...written } = await write('x', from, [to.certificate, ...others]);
      expect(written.container).toBe(container);
      const outcomes = new Map<string, number>();
      const flips = ciphertext.length * 8;
      for (let bit = 0; bit < flips; bit++) {
        const changed = ciphertext.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const outcome = await readBy(to, changed, [from]).then(
          ({ text, signature }) => `${text} ${signature.kind}`,
          (error: unknown) => String(error),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      const allowed = new Set(['SottoError: bad_data', 'SottoError: not_for_me', 'x valid']);
      expect([...outcomes.keys()].filter((outcome) => !allowed.has(outcome))).toEqual([]);
      // What another reader's PKESK holds is none of ours; the rest must be refused.
      expect(outcomes.get('x valid') ?? 0).toBeLessThan(8 * (container === 'seipd1' ? 200 : 115));
      expect(outcomes.get('SottoError: bad_data') ?? 0).toBeGreaterThan(8 * 600);
    },
    120_000,
  );

  test('random bytes', async () => {
    for (let i = 0; i < 500; i++) {
      const bytes = crypto.getRandomValues(new Uint8Array(1 + ((i * 7) % 900)));
      await expect(readBy(bob, bytes)).rejects.toMatchObject({ code: 'bad_data' });
    }
  });
});

describe('clocks', () => {
  test.each([
    ['nine minutes behind the writer', -9 * 60_000],
    ['an hour behind the writer', -60 * 60_000],
    ['a year later', 365 * 86_400_000],
  ])('%s the signature is valid and says its time', async (_, offset) => {
    const { ciphertext } = await write('x', alice, [bob.certificate]);
    expect((await readBy(bob, ciphertext, [alice], NOW + offset)).signature).toMatchObject({
      kind: 'valid',
      time: NOW,
    });
  });
});
