import { beforeAll, describe, expect, test } from 'vitest';
import { ciphertextLength } from './message-size';
import { olderCertificate, person, write, type Person } from './testing/people';
import type { CertificateBinary } from './types';

let alice: Person;
let bob: Person;
let older: CertificateBinary;

beforeAll(async () => {
  [alice, bob] = await Promise.all([person('Alice'), person('Bob')]);
  older = await olderCertificate();
});

// Around the steps of padding, and around the lengths at which packet headers grow.
const lengths = [
  1, 100, 180, 250, 300, 400, 600, 1000, 1500, 1700, 2000, 5000, 7800, 8300, 9000, 20_000, 65_530, 66_000,
];

describe.each(['newer', 'older'] as const)('for readers of the %s container', (kind) => {
  test('a ciphertext is as long as was told from an empty one', async () => {
    const members = kind === 'newer' ? [bob.certificate] : [bob.certificate, older];
    const empty = await write('', alice, members);
    const sample = { ...empty, length: empty.ciphertext.length };
    const wrong: string[] = [];
    for (const length of lengths) {
      const { ciphertext } = await write('x'.repeat(length), alice, members);
      const told = ciphertextLength(sample, length);
      if (Math.abs(told - ciphertext.length) > 4)
        wrong.push(`${length}: told ${told}, is ${ciphertext.length}`);
    }
    expect(wrong).toEqual([]);
  });
});
