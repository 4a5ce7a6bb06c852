/**
 * Encrypted files with the programs that other people use, and with OpenPGP.js: each opens what we write with nothing
 * but a member's secret key. Needs gpg and sq and fails without them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decrypt, readMessage, readPrivateKey } from 'openpgp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinBytes } from './bytes';
import { decryptFile, encryptFile } from './file-stream';
import { olderCertificate, person, summaryOf, NOW, type Person } from './testing/people';
import type { CertificateBinary } from './types';

const home = mkdtempSync(join(tmpdir(), 'sotto-file-'));
const place = (name: string) => join(home, name);
const content = new Uint8Array(2_500_000).map((_, at) => (at * 7 + (at >> 8)) & 0xff);

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`This test needs the program "${program}".`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
  return stdout + stderr;
}
const gpg = (...args: string[]) =>
  run('gpg', '--homedir', home, '--batch', '--yes', '--no-tty', '--trust-model', 'always', ...args);

let sotto: Person;
let six: Person;
beforeAll(async () => {
  [sotto, six] = await Promise.all([person('Sotto', 4), person('Six', 6)]);
});
afterAll(() => {
  spawnSync('gpgconf', ['--homedir', home, '--kill', 'all']);
  rmSync(home, { recursive: true, force: true });
});

const streamOf = (bytes: Uint8Array<ArrayBuffer>, piece = 1 << 20) => {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += piece)));
    },
  });
};
const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return joinBytes(pieces);
};

async function sealFor(members: readonly CertificateBinary[], now = NOW, file = content) {
  const { ciphertext, container, key } = await encryptFile({
    content: streamOf(file),
    size: file.length,
    members,
    ...sotto,
    now,
  });
  return { container, key, bytes: await bytesOf(ciphertext) };
}

const openWith = async (
  bytes: Uint8Array<ArrayBuffer>,
  key: string,
  author: Person = sotto,
  certificates: readonly CertificateBinary[] = [sotto.certificate, six.certificate],
) => {
  const opened = await decryptFile({
    ciphertext: streamOf(bytes, 100_000),
    key,
    certificates,
    author: author.summary.fingerprint,
    now: NOW,
  });
  const file = await bytesOf(opened.content);
  await opened.checked;
  return file;
};

describe('OpenPGP.js', () => {
  test.each(['both', 'older'])('opens it for everybody: %s', async (who) => {
    const members = who === 'both' ? [six.certificate] : [six.certificate, await olderCertificate()];
    const { bytes, container } = await sealFor(members);
    expect(container).toBe(who === 'both' ? 'seipd2' : 'seipd1');
    for (const { secretKey } of [sotto, six]) {
      const { data } = await decrypt({
        message: await readMessage({ binaryMessage: bytes }),
        decryptionKeys: await readPrivateKey({ binaryKey: secretKey }),
        format: 'binary',
        date: new Date(NOW),
      });
      expect(Buffer.from(data as Uint8Array).equals(Buffer.from(content))).toBe(true);
    }
  });
});

describe.each(['seipd2', 'seipd1'])('%s', (container) => {
  const members = async () => (container === 'seipd2' ? [six.certificate] : [await olderCertificate()]);

  test.each([0, 1, 1000, (1 << 20) - 20, 2_500_000])('a file of %i bytes comes back', async (size) => {
    const file = content.slice(0, size);
    const { bytes, key, container: made } = await sealFor(await members(), NOW, file);
    expect(made).toBe(container);
    expect(Buffer.from(await openWith(bytes, key)).equals(Buffer.from(file))).toBe(true);
  });

  test('is refused with a bit changed, cut short or prolonged', async () => {
    const file = content.slice(0, 5000);
    const { bytes, key } = await sealFor(await members(), NOW, file);
    // Before that stand the session keys for others, which this reader does without.
    for (let at = bytes.length - 5050; at < bytes.length; at += 389) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openWith(changed, key), `changed at ${at}`).rejects.toThrow();
      await expect(openWith(bytes.slice(0, at), key), `cut at ${at}`).rejects.toThrow();
    }
    await expect(openWith(joinBytes([bytes, new Uint8Array(1)]), key)).rejects.toThrow();
  });

  test('is refused with the key of another file, or as somebody else’s', async () => {
    const [one, other] = [await sealFor(await members()), await sealFor(await members())];
    await expect(openWith(one.bytes, other.key)).rejects.toThrow();
    await expect(openWith(one.bytes, one.key, six)).rejects.toThrow('file_damaged');
    await expect(openWith(one.bytes, one.key, sotto, [six.certificate])).rejects.toThrow('file_damaged');
  });
});

test('the length of a file shows in steps alone', async () => {
  const lengths = [1_000_000, 1_000_001, 1_003_000].map(
    async (size) => (await sealFor([six.certificate], NOW, content.slice(0, size))).bytes.length,
  );
  const [first = 0, ...others] = await Promise.all(lengths);
  for (const length of others) expect(Math.abs(length - first)).toBeLessThan(8);
});

test('each file has a key of its own', async () => {
  const [one, other] = await Promise.all([sealFor([]), sealFor([])]);
  expect(one.key).not.toBe(other.key);
});

test('gpg opens it', async () => {
  gpg('--passphrase', '', '--quick-generate-key', 'gpg <gpg@example.org>', 'future-default', 'default', '1y');
  gpg('--armor', '--output', place('gpg.asc'), '--export', 'gpg@example.org');
  const peer = await summaryOf(readFileSync(place('gpg.asc'), 'utf8'), Date.now() + 1000);
  writeFileSync(place('sotto.pgp'), sotto.certificate);
  gpg('--import', place('sotto.pgp'));
  writeFileSync(place('in.bin'), (await sealFor([peer.certificate], Date.now() + 1000)).bytes);
  const status = gpg('--status-fd', '1', '--output', place('out'), '--decrypt', place('in.bin'));
  expect(status).toContain('GOODMDC');
  expect(status).toContain('GOODSIG');
  expect(readFileSync(place('out')).equals(Buffer.from(content))).toBe(true);
}, 60_000);

test('sq opens it', async () => {
  run('sq', '--force', 'key', 'generate', '--userid', 'sq <sq@example.org>', '--export', place('sq.sec'));
  run('sq', '--force', 'key', 'extract-cert', '--output', place('sq.asc'), place('sq.sec'));
  const peer = await summaryOf(readFileSync(place('sq.asc'), 'utf8'), Date.now() + 1000);
  writeFileSync(place('in.bin'), (await sealFor([peer.certificate], Date.now() + 1000)).bytes);
  run(
    'sq',
    '--force',
    'decrypt',
    '--recipient-key',
    place('sq.sec'),
    '--output',
    place('out'),
    place('in.bin'),
  );
  expect(readFileSync(place('out')).equals(Buffer.from(content))).toBe(true);
}, 60_000);
