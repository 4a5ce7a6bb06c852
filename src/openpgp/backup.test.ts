import { createMessage, encrypt, enums } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArmor } from './armor';
import { openBackup, sealBackup } from './backup';
import { packetSequence } from './packet-sequence';
import { settings } from './settings';

const NOW = Date.UTC(2026, 4, 3);
const CODE = 'legal winner thank year wave sausage worth useful';
const TEXT = JSON.stringify({ name: 'Zoë 🦊', lines: 'one\ntwo\r\nthree' });
let sealed: string;
beforeAll(async () => {
  sealed = await sealBackup(TEXT, CODE, NOW);
});

describe('a backup', () => {
  test('opens with its code, to the letter', async () => {
    expect(await openBackup(`\n${sealed}\n`, CODE)).toBe(TEXT);
  });

  test('is SKESKv6 by Argon2id and SEIPDv2, in armor', () => {
    const [block] = readArmor(sealed);
    expect(block?.type).toBe('MESSAGE');
    expect(packetSequence(block?.bytes ?? new Uint8Array())).toMatchObject([
      { tag: 3, first: 6 },
      { tag: 18, first: 2 },
    ]);
  });

  test('does not open with another code', async () => {
    await expect(openBackup(sealed, `${CODE} more`)).rejects.toMatchObject({ code: 'backup_code' });
  });

  test('does not open with any byte of it changed', async () => {
    const lines = sealed.split('\n');
    const at = lines.length - 3;
    const line = lines[at] ?? '';
    lines[at] = `${line.startsWith('A') ? 'B' : 'A'}${line.slice(1)}`;
    await expect(openBackup(lines.join('\n'), CODE)).rejects.toMatchObject({ code: 'backup_code' });
  });

  test('is nothing else that has armor or none', async () => {
    const message = await createMessage({ text: TEXT });
    const under = (config: object) =>
      encrypt({ message, passwords: CODE, config: { ...settings, ...config } }) as Promise<string>;
    const others = [
      '',
      'hello',
      sealed.slice(0, 200),
      sealed.replaceAll('MESSAGE', 'PUBLIC KEY BLOCK'),
      await under({ s2kType: enums.s2k.iterated }),
      await under({ aeadProtect: false }),
      await under({ s2kArgon2Params: { passes: 4, parallelism: 4, memoryExponent: 16 } }),
    ];
    for (const other of others) {
      await expect(openBackup(other, CODE)).rejects.toMatchObject({ code: 'backup_none' });
    }
  });

  test('that is too long is not looked at', async () => {
    await expect(openBackup('x'.repeat(16_000_001), CODE)).rejects.toMatchObject({ code: 'too_large' });
  });
});
