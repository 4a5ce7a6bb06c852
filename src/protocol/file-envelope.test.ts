import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_FILE_BYTES, readFileEnvelope, writeFileEnvelope, type FileEnvelope } from './file-envelope';

const file: FileEnvelope = {
  name: 'Löhne\n2026\u202egpj.exe',
  type: 'image/png',
  size: 1234,
  attachment: 'k3x9q2abcd.bin',
  container: 'seipd2',
  key: 'cd'.repeat(32),
};

test('comes back as it was written, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 255, unit: 'binary' }), (name) => {
      expect(readFileEnvelope(writeFileEnvelope({ ...file, name }))).toEqual({ ...file, name });
    }),
  );
});

test('begins with a line for people, in which nothing of the name breaks out', () => {
  const [line, body, ...more] = writeFileEnvelope(file).split('\n');
  expect(line).toBe('Löhne 2026 gpj.exe, 1234 bytes: k3x9q2abcd.bin');
  expect(body).toMatch(/^\{"sotto":"file 1"/);
  expect(more).toEqual([]);
});

test('takes no other text for one', () => {
  const text = writeFileEnvelope(file);
  const [line = '', body = ''] = text.split('\n');
  const changed = (change: object) => `${line}\n${JSON.stringify({ ...JSON.parse(body), ...change })}`;
  expect(readFileEnvelope(changed({}))).not.toBeNull();
  for (const other of [
    '',
    'hello',
    line,
    body,
    `${text}\n`,
    `${text} `.replace('}', ''),
    changed({ more: 1 }),
    changed({ sotto: 'file 2' }),
    changed({ size: MAX_FILE_BYTES + 1 }),
    changed({ size: -1 }),
    changed({ attachment: '../x.bin' }),
    changed({ key: 'cd' }),
    changed({ type: 'text/html\n' }),
    changed({ name: '' }),
  ])
    expect(readFileEnvelope(other)).toBeNull();
});
