import { createMessage, encrypt, enums } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { packetSequence } from './packet-sequence';
import { unwrapDataKey, wrapDataKey } from './passphrase';
import { settings } from './settings';

const dataKey = crypto.getRandomValues(new Uint8Array(32));
let wrapped: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  wrapped = await wrapDataKey(dataKey, 'Grüße aus München');
});

describe('a wrapped data key', () => {
  test('comes back under its passphrase, however the letters are composed', async () => {
    expect(await unwrapDataKey(wrapped, 'Grüße aus München')).toEqual(dataKey);
    expect(await unwrapDataKey(wrapped, 'Gru\u0308ße aus Mu\u0308nchen')).toEqual(dataKey);
  });

  test.each(['', 'grüße aus münchen', 'Grüße aus München '])('not under %j', async (passphrase) => {
    await expect(unwrapDataKey(wrapped, passphrase)).rejects.toMatchObject({ code: 'wrong_passphrase' });
  });

  test('is SKESKv6 by Argon2id (t=3, p=4, 64 MiB) and SEIPDv2 with AES-256-GCM', () => {
    expect(packetSequence(wrapped)).toMatchObject([
      { tag: 3, first: 6 },
      { tag: 18, first: 2 },
    ]);
    expect([...wrapped.subarray(4, 8)]).toEqual([9, 3, 20, 4]);
    expect([...wrapped.subarray(24, 27)]).toEqual([3, 4, 16]);
  });

  test('is another one each time', async () => {
    expect(await wrapDataKey(dataKey, 'Grüße aus München')).not.toEqual(wrapped);
  });

  test('is opened by gpg’s likes nowhere: bad data in every other shape', async () => {
    const message = await createMessage({ binary: dataKey });
    const options = { message, passwords: 'p', format: 'binary' as const };
    const others = [
      new Uint8Array(),
      new Uint8Array(2000),
      wrapped.subarray(0, -1),
      wrapped.subarray(1),
      new Uint8Array([...wrapped, 0]),
      await encrypt({ ...options, config: { ...settings, s2kType: enums.s2k.iterated } }),
      await encrypt({ ...options, config: { ...settings, aeadProtect: false } }),
    ];
    for (const other of others) {
      await expect(unwrapDataKey(other, 'p')).rejects.toMatchObject({ code: 'bad_data' });
    }
  });

  test.each([24, 25, 26])('with a costlier parameter at %i is refused at once', async (position) => {
    const changed = wrapped.slice();
    changed[position] = (changed[position] ?? 0) + 1;
    await expect(unwrapDataKey(changed, 'p')).rejects.toMatchObject({ code: 'bad_data' });
  });

  test('whose ciphertext changed does not open', async () => {
    const changed = wrapped.slice();
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
    await expect(unwrapDataKey(changed, 'Grüße aus München')).rejects.toMatchObject({
      code: 'wrong_passphrase',
    });
  });
});
