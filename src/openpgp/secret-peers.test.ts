/**
 * Secret keys between us and the programs that other people use: what they export we import, what we export they use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { armorCertificate } from './certificate';
import { renameKey, revokeKey, setValidity } from './change-identity';
import { readMessage } from './decrypt';
import { historyOf } from './certificate-history';
import { revokedCertificate } from './revoked';
import { exportSecretKey } from './secret-export';
import { findSecretKeys, importSecretKey, type ImportedKey } from './secret-import';
import { person, write, type Person } from './testing/people';
import { openPrograms } from './testing/programs';

const { file, gpg, sq, sqWith, fingerprintOf, close } = openPrograms();
const PASS = 'Grüße aus Köln';
const TEXT = 'Grüße\n';
const DAY = 86_400_000;
const withPassphrase = ['--pinentry-mode', 'loopback', '--passphrase', PASS] as const;
/** A second later: gpg dates what it makes by the clock. */
const soon = () => Date.now() + 2000;
const armoredOf = (name: string) => readFileSync(file(name), 'utf8');

beforeAll(() => {
  const make = (name: string, algorithm: string, usage: string) =>
    gpg(...withPassphrase, '--quick-generate-key', `${name}@example.org`, algorithm, usage, '1y');
  make('ecc', 'future-default', 'default');
  make('rsa', 'rsa3072', 'default');
  gpg(...withPassphrase, '--quick-add-key', fingerprintOf('rsa@example.org'), 'rsa3072', 'encr', '1y');
  make('split', 'ed25519', 'cert');
  gpg(...withPassphrase, '--quick-add-key', fingerprintOf('split@example.org'), 'ed25519', 'sign', '1y');
  gpg(...withPassphrase, '--quick-add-key', fingerprintOf('split@example.org'), 'cv25519', 'encr', '1y');
  sq('key', 'generate', '--userid', 'sq@example.org', '--export', file('sq.sec'));
}, 120_000);
afterAll(close);

/** That it reads what gpg encrypts to it, and that gpg accepts what it signs. */
async function expectUsable({ secretKey, summary }: ImportedKey) {
  writeFileSync(file('own.pgp'), summary.certificate);
  gpg('--import', file('own.pgp'));
  writeFileSync(file('text'), TEXT);
  gpg('--recipient', summary.fingerprint, '--output', file('to-us'), '--encrypt', file('text'));
  const read = await readMessage({
    ciphertext: readFileSync(file('to-us')),
    secretKeys: [secretKey],
    certificates: [],
    now: soon(),
  });
  expect(read.text).toBe(TEXT);
  const own = { secretKey, certificate: summary.certificate, revocation: '', summary };
  const { ciphertext } = await write(TEXT, own, [summary.certificate], Date.now());
  const back = await readMessage({
    ciphertext,
    secretKeys: [secretKey],
    certificates: [await historyOf(secretKey)],
    now: soon(),
  });
  expect(back).toMatchObject({ text: TEXT, signature: { kind: 'valid', pin: summary.pin } });
}

describe('what gpg exports', () => {
  test.each(['ecc', 'rsa'])(
    'of %s we import, with its passphrase',
    async (name) => {
      gpg(
        ...withPassphrase,
        '--armor',
        '--output',
        file(`${name}.asc`),
        '--export-secret-keys',
        `${name}@example.org`,
      );
      const [found] = await findSecretKeys(armoredOf(`${name}.asc`), soon());
      expect(found).toMatchObject({ name: `${name}@example.org`, isProtected: true, problem: null });
      const imported = await importSecretKey(
        armoredOf(`${name}.asc`),
        found?.fingerprint ?? '',
        PASS,
        soon(),
      );
      expect(imported.revocation).not.toBeNull();
      await expectUsable(imported);
    },
    60_000,
  );

  test('of all of them in one binary file we list', async () => {
    gpg(...withPassphrase, '--output', file('all.pgp'), '--export-secret-keys');
    const found = await findSecretKeys(readFileSync(file('all.pgp')), soon());
    expect(found.map(({ name }) => name).sort()).toEqual(
      ['ecc', 'rsa', 'split'].map((name) => `${name}@example.org`),
    );
  }, 60_000);

  test('without the primary secret key works, and is not changed here', async () => {
    gpg(...withPassphrase, '--output', file('split.pgp'), '--export-secret-subkeys', 'split@example.org');
    const [found] = await findSecretKeys(readFileSync(file('split.pgp')), soon());
    expect(found?.problem).toBeNull();
    const imported = await importSecretKey(
      readFileSync(file('split.pgp')),
      found?.fingerprint ?? '',
      PASS,
      soon(),
    );
    expect(imported.revocation).toBeNull();
    await expectUsable(imported);
  }, 60_000);

  test('of a key whose validity is changed here goes back to gpg with its subkeys', async () => {
    gpg(...withPassphrase, '--output', file('rsa.pgp'), '--export-secret-keys', 'rsa@example.org');
    const fingerprint = fingerprintOf('rsa@example.org').toLowerCase();
    const { secretKey } = await importSecretKey(readFileSync(file('rsa.pgp')), fingerprint, PASS, soon());
    const until = Math.floor(Date.now() / 1000) * 1000 + 1000 * DAY;
    const longer = await setValidity(secretKey, until, soon());
    writeFileSync(file('longer.asc'), await exportSecretKey(longer, PASS, 'everywhere'));
    gpg(...withPassphrase, '--import', file('longer.asc'));
    const listing = gpg('--with-colons', '--list-keys', fingerprint);
    const ends = [...listing.matchAll(/^(?:pub|sub):[^:]*:[^:]*:[^:]*:[^:]*:[^:]*:(\d+):/gm)].map(([, end]) =>
      Number(end),
    );
    expect(ends).toEqual([until / 1000, until / 1000]);
  }, 60_000);
});

describe('what sq exports', () => {
  test('we import as it is', async () => {
    const [found] = await findSecretKeys(armoredOf('sq.sec'), soon());
    expect(found).toMatchObject({ name: 'sq@example.org', isProtected: false, problem: null });
    await expectUsable(await importSecretKey(armoredOf('sq.sec'), found?.fingerprint ?? '', '', soon()));
  }, 60_000);
});

describe('what we export', () => {
  test('gpg imports, decrypts and signs with', async () => {
    const alice = await person('Alice', 4, Date.now() - 60_000);
    writeFileSync(file('alice.asc'), await exportSecretKey(alice.secretKey, PASS, 'everywhere'));
    expect(gpg(...withPassphrase, '--status-fd', '1', '--import', file('alice.asc'))).toContain(
      'IMPORT_OK 17',
    );
    encryptByGpg(alice);
    gpg(...withPassphrase, '--output', file('out'), '--decrypt', file('in.pgp'));
    expect(readFileSync(file('out'), 'utf8')).toBe(TEXT);
    writeFileSync(file('text'), TEXT);
    const { fingerprint } = alice.summary;
    gpg(...withPassphrase, '--local-user', fingerprint, '--output', file('signed'), '--sign', file('text'));
    expect(gpg('--status-fd', '1', '--output', file('out'), '--decrypt', file('signed'))).toContain(
      'GOODSIG',
    );
  }, 60_000);

  test('sq decrypts with, once it has the passphrase', async () => {
    const alice = await person('Alice', 4, Date.now() - 60_000);
    writeFileSync(file('alice.asc'), await exportSecretKey(alice.secretKey, PASS, 'everywhere'));
    encryptByGpg(alice);
    sqWith(PASS, 'decrypt', '--recipient-key', file('alice.asc'), '--output', file('out'), file('in.pgp'));
    expect(readFileSync(file('out'), 'utf8')).toBe(TEXT);
  }, 60_000);

  test('gpg sees renamed, the old name withdrawn, and revoked', async () => {
    const alice = await person('Alice', 4, Date.now() - 60_000);
    const { fingerprint } = alice.summary;
    const renamed = await renameKey(alice.secretKey, 'Alicia', Date.now());
    writeFileSync(file('renamed.asc'), await exportSecretKey(renamed, PASS, 'everywhere'));
    writeFileSync(file('alice.pgp'), alice.certificate);
    gpg('--import', file('alice.pgp'));
    gpg(...withPassphrase, '--import', file('renamed.asc'));
    const names = gpg('--with-colons', '--list-keys', fingerprint);
    expect(names).toMatch(/^uid:u?[^r:]*:.*:Alicia:/m);
    expect(names).toMatch(/^uid:r:.*:Alice:/m);
    const revoked = await revokeKey(renamed, 'superseded', Date.now());
    writeFileSync(file('revoked.asc'), armorCertificate(await revokedCertificate(revoked)));
    gpg('--import', file('revoked.asc'));
    expect(gpg('--with-colons', '--list-keys', fingerprint)).toMatch(/^pub:r:/m);
  }, 60_000);

  test('as a revocation certificate revokes for gpg', async () => {
    const alice = await person('Alice', 4, Date.now() - 60_000);
    writeFileSync(file('alice.pgp'), alice.certificate);
    writeFileSync(file('alice.rev'), alice.revocation);
    gpg('--import', file('alice.pgp'));
    gpg('--import', file('alice.rev'));
    expect(gpg('--with-colons', '--list-keys', alice.summary.fingerprint)).toMatch(/^pub:r:/m);
  }, 60_000);
});

/** A message for Alice in the older container, which gpg and sq 0.27 read. */
function encryptByGpg({ certificate, summary }: Person) {
  writeFileSync(file('alice.pgp'), certificate);
  gpg('--import', file('alice.pgp'));
  writeFileSync(file('text'), TEXT);
  gpg('--recipient', summary.fingerprint, '--output', file('in.pgp'), '--encrypt', file('text'));
}
