/**
 * With the programs that other people use: what we write they decrypt and verify, what they write we read.
 * Needs gpg (2.2 or later) and sq (Debian 12 has 0.27) and fails without them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { armorCiphertext } from './armor';
import { armorCertificate, inspectCertificates } from './certificate';
import { readMessage } from './decrypt';
import { openPrograms } from './testing/programs';
import { person, summaryOf, bindingBetween, type Person } from './testing/people';
import type { CertificateSummary } from './types';
import { encryptMessage } from './encrypt';

const NOW = Date.now();
const TEXT = 'Grüße, 世界! \r\n  zwei\tZeilen\n\n- -----BEGIN\r und \u0000 Ende ';
const { home, file, gpg, sq, fingerprintOf, close } = openPrograms();

let sotto: Person;
let sotto6: Person;
const peers: Record<string, CertificateSummary> = {};

beforeAll(async () => {
  gpg('--version');
  sq('--version');
  [sotto, sotto6] = await Promise.all([person('Sotto', 4, NOW - 60_000), person('Six', 6, NOW - 60_000)]);
  writeFileSync(file('sotto.asc'), armorCertificate(sotto.certificate));
  writeFileSync(file('sotto.pgp'), sotto.certificate);
  writeFileSync(file('sotto.sec'), sotto.secretKey);
  for (const [name, algorithm, usage] of [
    ['gpg-ecc', 'future-default', 'default'],
    ['gpg-rsa', 'rsa3072', 'default'],
  ] as const) {
    gpg('--passphrase', '', '--quick-generate-key', `${name} <${name}@example.org>`, algorithm, usage, '1y');
    gpg('--armor', '--output', file(`${name}.asc`), '--export', `${name}@example.org`);
  }
  // The RSA key comes without an encryption subkey when its algorithm is named.
  gpg('--passphrase', '', '--quick-add-key', fingerprintOf('gpg-rsa@example.org'), 'rsa3072', 'encr', '1y');
  gpg('--armor', '--output', file('gpg-rsa.asc'), '--export', 'gpg-rsa@example.org');
  sq('key', 'generate', '--userid', 'sq-ecc <sq@example.org>', '--export', file('sq-ecc.sec'));
  sq('key', 'extract-cert', '--output', file('sq-ecc.asc'), file('sq-ecc.sec'));
  gpg('--import', file('sotto.asc'));
  for (const name of ['gpg-ecc', 'gpg-rsa', 'sq-ecc']) {
    peers[name] = await summaryOf(readFileSync(file(`${name}.asc`), 'utf8'), Date.now() + 1000);
  }
}, 120_000);

afterAll(close);

async function writeTo(...members: CertificateSummary[]) {
  return encryptMessage({
    text: TEXT,
    members: members.map(({ certificate }) => certificate),
    secretKey: sotto.secretKey,
    certificate: sotto.certificate,
    binding: await bindingBetween(sotto),
    now: Date.now(),
  });
}

const peer = (name: string): CertificateSummary => {
  const summary = peers[name];
  if (summary === undefined) throw new Error(`no peer ${name}`);
  return summary;
};

describe('what we write', () => {
  test.each(['gpg-ecc', 'gpg-rsa'])('%s decrypts and verifies, byte for byte', async (name) => {
    const { ciphertext, container } = await writeTo(peer(name));
    expect(container).toBe('seipd1');
    writeFileSync(file('in.pgp'), ciphertext);
    const status = gpg('--status-fd', '1', '--output', file('out'), '--decrypt', file('in.pgp'));
    expect(readFileSync(file('out'), 'utf8')).toBe(TEXT);
    expect(status).toContain('DECRYPTION_OKAY');
    expect(status).toContain(`VALIDSIG ${sotto.summary.fingerprint.toUpperCase()}`);
    expect(status).not.toMatch(/BADSIG|ERRSIG|BADMDC/);
  });

  test('gpg decrypts and verifies in armor', async () => {
    writeFileSync(file('in.asc'), armorCiphertext((await writeTo(peer('gpg-ecc'))).ciphertext));
    expect(gpg('--status-fd', '1', '--output', file('out'), '--decrypt', file('in.asc'))).toContain(
      'GOODSIG',
    );
    expect(readFileSync(file('out'), 'utf8')).toBe(TEXT);
  });

  test('sq decrypts and verifies, byte for byte', async () => {
    writeFileSync(file('in.pgp'), (await writeTo(peer('sq-ecc'))).ciphertext);
    const args = ['--recipient-key', file('sq-ecc.sec'), '--signer-cert', file('sotto.asc')];
    expect(sq('decrypt', ...args, '--output', file('out'), file('in.pgp'))).toMatch(/1 good signature/);
    expect(readFileSync(file('out'), 'utf8')).toBe(TEXT);
  });

  test('is read by gpg and sq of the same group', async () => {
    writeFileSync(
      file('in.pgp'),
      (await writeTo(peer('gpg-ecc'), peer('gpg-rsa'), peer('sq-ecc'))).ciphertext,
    );
    expect(gpg('--status-fd', '1', '--output', file('out'), '--decrypt', file('in.pgp'))).toContain(
      'GOODSIG',
    );
    const args = ['--recipient-key', file('sq-ecc.sec'), '--signer-cert', file('sotto.asc')];
    expect(sq('decrypt', ...args, '--output', file('out'), file('in.pgp'))).toMatch(/1 good signature/);
  });

  test('is checked by them: sq says so when another was meant to read it', async () => {
    // Encrypted to gpg alone, then handed on with the signature as it is.
    writeFileSync(file('in.pgp'), (await writeTo(peer('gpg-ecc'))).ciphertext);
    const { status } = spawnSync('sq', ['decrypt', '--recipient-key', file('sq-ecc.sec'), file('in.pgp')]);
    expect(status).not.toBe(0);
  });
});

describe('what they write', () => {
  test.each([
    ['gpg-ecc', []],
    ['gpg-rsa', []],
    ['gpg-ecc', ['--compress-algo', 'none']],
    ['gpg-ecc', ['--compress-algo', 'bzip2']],
    ['gpg-ecc', ['--throw-keyids']],
    ['gpg-ecc', ['--textmode']],
  ])('we read from %s %j', async (name, options) => {
    writeFileSync(file('text'), TEXT);
    const args = [
      ...options,
      '--local-user',
      `${name}@example.org`,
      '--recipient',
      sotto.summary.fingerprint,
    ];
    gpg(...args, '--output', file('from-gpg'), '--sign', '--encrypt', file('text'));
    const read = await readMessage({
      ciphertext: readFileSync(file('from-gpg')),
      secretKeys: [sotto.secretKey],
      certificates: [peer('gpg-ecc').certificate, peer('gpg-rsa').certificate],
      now: Date.now(),
    });
    // A text signature is over lines without trailing white space and with one kind of end.
    const expected = options.includes('--textmode') ? TEXT.replace(/\r\n/g, '\n') : TEXT;
    expect(read.text).toBe(expected);
    expect(read.signature).toMatchObject({ kind: 'valid', pin: peer(name).pin, binding: null });
  });

  test.each(['none', 'pad', 'zlib'])('we read from sq with compression %s', async (compression) => {
    writeFileSync(file('text'), TEXT);
    const args = ['--signer-key', file('sq-ecc.sec'), '--recipient-cert', file('sotto.pgp')];
    sq(
      'encrypt',
      '--binary',
      '--compression',
      compression,
      ...args,
      '--output',
      file('from-sq'),
      file('text'),
    );
    const read = await readMessage({
      ciphertext: readFileSync(file('from-sq')),
      secretKeys: [sotto.secretKey],
      certificates: [peer('sq-ecc').certificate],
      now: Date.now(),
    });
    expect(read).toMatchObject({
      text: TEXT,
      signature: { kind: 'valid', pin: peer('sq-ecc').pin, intendedForOthers: false },
    });
  });

  test('and forward to us with a signature meant for another, we tell', async () => {
    writeFileSync(file('text'), TEXT);
    const args = ['--signer-key', file('sq-ecc.sec'), '--recipient-cert', file('sotto.pgp')];
    sq('encrypt', '--binary', ...args, '--output', file('from-sq'), file('text'));
    const read = await readMessage({
      ciphertext: readFileSync(file('from-sq')),
      secretKeys: [sotto.secretKey],
      certificates: [],
      now: Date.now(),
    });
    expect(read.signature).toMatchObject({ kind: 'unknown' });
  });
});

describe('certificates', () => {
  test('of ours are imported whole by gpg and sq, in both forms', () => {
    const listing = gpg('--with-colons', '--list-keys', sotto.summary.fingerprint);
    expect(listing).toMatch(/^uid:.*:Sotto:/m);
    expect(listing).toMatch(/^sub:.*:e:/m);
    writeFileSync(file('minimal.pgp'), sotto.summary.certificate);
    expect(gpg('--status-fd', '1', '--import', file('minimal.pgp'))).toContain('IMPORT_OK');
    expect(sq('inspect', file('minimal.pgp'))).toContain(sotto.summary.fingerprint.toUpperCase());
    expect(sq('inspect', file('sotto.asc'))).toMatch(/Sotto/);
  });

  test('of ours in secret are imported by gpg', () => {
    expect(gpg('--status-fd', '1', '--import', file('sotto.sec'))).toContain('IMPORT_OK 17');
  });

  test.each([
    ['gpg-ecc', 'Ed25519 + X25519'],
    ['gpg-rsa', 'RSA 3072'],
    ['sq-ecc', 'Ed25519 + X25519'],
  ])('of %s say what they are', (name, algorithm) => {
    const summary = peer(name);
    expect(summary).toMatchObject({ algorithm, version: 4, readsSeipd2: false, warnings: ['no_seipd2'] });
    expect(summary.expires).toBeGreaterThan(NOW);
  });

  test('keep sq’s signing subkey in the minimal form', async () => {
    const listing = sq('inspect', file('sq-ecc.asc'));
    expect(listing).toMatch(/signing/);
    writeFileSync(file('minimal.pgp'), peer('sq-ecc').certificate);
    expect(sq('inspect', file('minimal.pgp'))).toMatch(/signing/);
  });

  test('revoked by gpg are refused', async () => {
    gpg(
      '--passphrase',
      '',
      '--quick-generate-key',
      'gone <gone@example.org>',
      'future-default',
      'default',
      '1y',
    );
    const fingerprint = fingerprintOf('gone@example.org');
    const revocation = readFileSync(join(home, 'openpgp-revocs.d', `${fingerprint}.rev`), 'utf8');
    writeFileSync(file('revocation.asc'), revocation.replace(':-----BEGIN', '-----BEGIN'));
    gpg('--import', file('revocation.asc'));
    gpg('--armor', '--output', file('gone.asc'), '--export', fingerprint);
    const inspected = inspectCertificates(readFileSync(file('gone.asc')), Date.now() + 1000);
    await expect(inspected).rejects.toMatchObject({ code: 'certificate_revoked' });
  });

  test.each([
    ['dsa1024', 'elg1024'],
    ['secp256k1', 'secp256k1'],
  ])(
    'of the weak kinds that gpg makes are refused: %s and %s',
    async (primary, subkey) => {
      const name = `weak-${primary}@example.org`;
      gpg('--passphrase', '', '--quick-generate-key', name, primary, 'cert,sign', '1y');
      gpg('--passphrase', '', '--quick-add-key', fingerprintOf(name), subkey, 'encr', '1y');
      gpg('--armor', '--output', file('weak.asc'), '--export', name);
      const inspected = inspectCertificates(readFileSync(file('weak.asc'), 'utf8'), Date.now() + 1000);
      await expect(inspected).rejects.toMatchObject({ code: 'certificate_weak' });
    },
    60_000,
  );

  test('of version 6 are not theirs to read, which is why version 4 is the usual one', () => {
    writeFileSync(file('six.pgp'), sotto6.certificate);
    const { status } = spawnSync('gpg', ['--homedir', home, '--batch', '--import', file('six.pgp')]);
    expect(status).not.toBe(0);
  });
});
