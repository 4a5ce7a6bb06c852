import { config, decrypt, enums, generateKey, readKey, readMessage, readPrivateKey } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { encryptMessage } from './encrypt';
import { NOTATION_NAME, PADDING_NOTATION_NAME } from './notation';
import { packetSequence } from './packet-sequence';
import { settings } from './settings';
import {
  bindingBetween,
  NOW,
  olderCertificate,
  person,
  summaryOf,
  write,
  type Person,
} from './testing/people';
import type { CertificateBinary } from './types';

let alice: Person;
let bob: Person;
let older: CertificateBinary;

beforeAll(async () => {
  [alice, bob] = await Promise.all([person('Alice'), person('Bob')]);
  older = await olderCertificate();
});

async function openBy(reader: Person, ciphertext: Uint8Array) {
  return decrypt({
    message: await readMessage({ binaryMessage: ciphertext, config: settings }),
    decryptionKeys: await readPrivateKey({ binaryKey: reader.secretKey }),
    verificationKeys: await readKey({ binaryKey: alice.certificate }),
    format: 'binary',
    date: new Date(NOW),
    config: settings,
  });
}

async function signatureOf(reader: Person, ciphertext: Uint8Array) {
  const [found] = (await openBy(reader, ciphertext)).signatures;
  const packet = (await found?.signature)?.packets[0];
  if (packet === undefined) throw new Error('no signature');
  return packet;
}

describe('the container', () => {
  test('is SEIPDv2 with AES-256-GCM between those who read it', async () => {
    const { ciphertext, container } = await write('x', alice, [bob.certificate]);
    expect(container).toBe('seipd2');
    expect(packetSequence(ciphertext)).toMatchObject([
      { tag: 1, first: 6 },
      { tag: 1, first: 6 },
      { tag: 18, first: 2 },
    ]);
    const { packets } = await readMessage({ binaryMessage: ciphertext });
    expect(packets[2]).toMatchObject({
      cipherAlgorithm: enums.symmetric.aes256,
      aeadAlgorithm: enums.aead.gcm,
    });
  });

  test('is SEIPDv1 for all when one reader does not know the newer', async () => {
    const { ciphertext, container } = await write('x', alice, [bob.certificate, older]);
    expect(container).toBe('seipd1');
    expect(packetSequence(ciphertext)?.map(({ first }) => first)).toEqual([3, 3, 3, 1]);
  });

  test('is SEIPDv1 for one who reads SEIPDv2 in OCB alone', async () => {
    const { publicKey } = await generateKey({
      userIDs: { name: 'Ocb' },
      date: new Date(NOW - 60_000),
      format: 'binary',
      config: { ...config, aeadProtect: true, preferredAEADAlgorithm: enums.aead.ocb },
    });
    const key = await readKey({ binaryKey: publicKey });
    const [signature] = key.users[0]?.selfCertifications ?? [];
    // OpenPGP.js always lists GCM too, so here its advertisement is looked at without it.
    if (signature?.preferredCipherSuites) signature.preferredCipherSuites = [[9, 2]];
    const { readsSeipd2 } = await import('./certificate-facts');
    expect(signature && readsSeipd2(signature)).toBe(false);
  });

  test('names each reader once, self included', async () => {
    const { ciphertext } = await write('x', alice, [bob.certificate, alice.certificate, bob.certificate]);
    const message = await readMessage({ binaryMessage: ciphertext });
    expect(message.getEncryptionKeyIDs()).toHaveLength(2);
    expect(Buffer.from((await openBy(alice, ciphertext)).data)).toEqual(Buffer.from('x'));
  });
});

describe('the signature', () => {
  test.each(['seipd2', 'seipd1'] as const)(
    'in %s is binary, by SHA-256, bound and not critical',
    async (container) => {
      const members = container === 'seipd2' ? [bob.certificate] : [bob.certificate, older];
      const signature = await signatureOf(bob, (await write('x', alice, members)).ciphertext);
      expect(signature.signatureType).toBe(enums.signature.binary);
      expect(signature.hashAlgorithm).toBe(enums.hash.sha256);
      expect(signature.created).toEqual(new Date(NOW));
      const names = signature.rawNotations.map(({ name }) => name);
      expect(names).toEqual(
        container === 'seipd2' ? [NOTATION_NAME] : [NOTATION_NAME, PADDING_NOTATION_NAME],
      );
      expect(signature.rawNotations.some(({ critical }) => critical)).toBe(false);
      expect(signature.rawNotations[0]?.value).toHaveLength(64);
    },
  );

  test('names its readers by primary key, not critically', async () => {
    const signature = await signatureOf(bob, (await write('x', alice, [bob.certificate])).ciphertext);
    const intended = signature.unknownSubpackets.filter(({ type }) => type === 35);
    expect(intended.map(({ body }) => Buffer.from(body).toString('hex'))).toEqual([
      `04${alice.summary.fingerprint}`,
      `04${bob.summary.fingerprint}`,
    ]);
    expect(intended.some(({ critical }) => critical)).toBe(false);
  });

  test('verifies with version 6 too', async () => {
    const v6 = await person('Six', 6);
    const { ciphertext } = await write('x', v6, [bob.certificate]);
    const opened = await decrypt({
      message: await readMessage({ binaryMessage: ciphertext }),
      decryptionKeys: await readPrivateKey({ binaryKey: bob.secretKey }),
      verificationKeys: await readKey({ binaryKey: v6.certificate }),
      date: new Date(NOW),
    });
    await expect(opened.signatures[0]?.verified).resolves.toBe(true);
  });
});

describe('the length', () => {
  test.each(['seipd2', 'seipd1'] as const)(
    'in %s takes few values for texts of 1 to 600 bytes',
    async (container) => {
      const members = container === 'seipd2' ? [bob.certificate] : [older];
      const sizes = new Set<number>();
      for (let length = 1; length <= 600; length++) {
        const message = await write('x'.repeat(length), alice, members);
        expect(message.container).toBe(container);
        sizes.add(message.ciphertext.length);
      }
      // Text, signature and binding make some 300 to 900 bytes: three or four steps, one more for the gap in each.
      expect(sizes.size).toBeLessThanOrEqual(4);
    },
    60_000,
  );

  test('does not depend on a text within a step', async () => {
    const lengths = await Promise.all(
      ['', 'a', 'ä'.repeat(100)].map(
        async (text) => (await write(text, alice, [bob.certificate])).ciphertext.length,
      ),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  test('of the text is at most 100,000 bytes of UTF-8', async () => {
    await expect(write('x'.repeat(100_001), alice, [])).rejects.toMatchObject({ code: 'too_large' });
    await expect(write('ä'.repeat(50_001), alice, [])).rejects.toMatchObject({ code: 'too_large' });
    const { ciphertext } = await write('ä'.repeat(50_000), alice, [older]);
    expect(ciphertext.length).toBeLessThan(104_000);
  });
});

describe('a member who cannot be encrypted to', () => {
  test('is named', async () => {
    const expired = await olderCertificate({ keyExpirationTime: 30 });
    await expect(write('x', alice, [bob.certificate, expired])).rejects.toMatchObject({
      code: 'certificate_unusable',
      detail: 'Older',
    });
  });

  test('is not one whose clock is five minutes ahead, but one of an hour ahead is', async () => {
    const ahead = await person('Ahead', 4, NOW + 5 * 60_000);
    await expect(write('x', alice, [ahead.certificate])).resolves.toMatchObject({ container: 'seipd2' });
    const far = await person('Far', 4, NOW + 60 * 60_000);
    await expect(write('x', alice, [far.certificate])).rejects.toMatchObject({
      code: 'certificate_unusable',
      detail: 'Far',
    });
  });
});

test('our own clock may step back behind our own certificate', async () => {
  const binding = await bindingBetween(alice);
  const { ciphertext } = await encryptMessage({
    ...alice,
    text: 'x',
    members: [],
    binding,
    now: NOW - 120_000,
  });
  await expect((await openBy(alice, ciphertext)).signatures[0]?.verified).resolves.toBe(true);
});

test('two encryptions of one text share nothing', async () => {
  const [a, b] = await Promise.all([write('x', alice, []), write('x', alice, [])]);
  expect(a.digest).not.toBe(b.digest);
});

test('the summary says which container a certificate reads', async () => {
  expect(bob.summary.readsSeipd2).toBe(true);
  expect((await summaryOf(older)).readsSeipd2).toBe(false);
});
