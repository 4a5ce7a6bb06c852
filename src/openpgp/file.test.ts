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
import { sealFile } from '../frames/files/file-crypto';
import { newFileKey } from './file-key';
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

async function sealFor(members: readonly CertificateBinary[], now = NOW) {
  const made = await newFileKey({ members, certificate: sotto.certificate, now });
  const { container, key } = made;
  const header = Buffer.from(made.header).toString('base64');
  const { sealed } = await sealFile(
    new Blob([content]),
    { container, key, header },
    () => {},
    new AbortController().signal,
  );
  return { container, key, bytes: new Uint8Array(await sealed.arrayBuffer()) };
}

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

test('each file has a key of its own', async () => {
  const [one, other] = await Promise.all([sealFor([]), sealFor([])]);
  expect(one.key).not.toBe(other.key);
});

test('gpg opens it', async () => {
  gpg('--passphrase', '', '--quick-generate-key', 'gpg <gpg@example.org>', 'future-default', 'default', '1y');
  gpg('--armor', '--output', place('gpg.asc'), '--export', 'gpg@example.org');
  const peer = await summaryOf(readFileSync(place('gpg.asc'), 'utf8'), Date.now() + 1000);
  writeFileSync(place('in.bin'), (await sealFor([peer.certificate], Date.now() + 1000)).bytes);
  const status = gpg('--status-fd', '1', '--output', place('out'), '--decrypt', place('in.bin'));
  expect(status).toContain('GOODMDC');
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
