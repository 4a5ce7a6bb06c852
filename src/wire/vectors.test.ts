import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinParts } from './parts';
import vectors from './testdata/vectors.json';
import { readToken, writeTokens, type TokenKind } from './token';

const page = readFileSync(new URL('../../docs/WIRE_FORMAT.md', import.meta.url), 'utf8');
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('the vectors of docs/WIRE_FORMAT.md', () => {
  it.each(vectors.valid)('$name: are written and read so', ({ kind, limit, body, tokens }) => {
    expect(writeTokens({ kind: kind as TokenKind, body: fromHex(body), limit })).toEqual(tokens);
    expect(joinParts(tokens.map(readToken))).toEqual(fromHex(body));
    expect(tokens.map((token) => readToken(token).kind)).toEqual(tokens.map(() => kind));
  });

  it.each(vectors.invalid)('$name: is refused', ({ wire, error }) => {
    expect(() => readToken(wire)).toThrow(error);
  });

  it('are all on that page', () => {
    for (const { body, tokens } of vectors.valid) {
      const block = [`body   ${body || '(nothing)'}`, ...tokens.map((token) => `token  ${token}`)].join('\n');
      expect(page).toContain(`\`\`\`text\n${block}\n\`\`\``);
    }
    for (const { name, wire, error } of vectors.invalid) {
      const row = [name, `\`${error}\``, `\`${wire}\``].join(' *\\| ');
      expect(page).toMatch(new RegExp(`^\\| ${row} *\\|$`, 'm'));
    }
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

// Only a machine without Python leaves this out: the program on the page is for people, Sotto does not use it.
describe.runIf(hasPython)('the program on that page', () => {
  const program = /```python\n(.*?)```/s.exec(page)?.[1] ?? '';
  const read = (input: string) => spawnSync('python3', ['-c', program], { input });

  it.each(vectors.valid)('$name: reads it from any text', ({ body, tokens }) => {
    const chat = tokens
      .toReversed()
      .map((token) => `12:03 Ada: ${token.slice(0, 40)}\n ${token.slice(40)}12:04`);
    const { stdout, status } = read(`Hello\n${chat.join('\n')}\nBye`);
    expect(status).toBe(0);
    expect(stdout.toString('hex')).toBe(body);
  });

  it('refuses a changed character and a missing part', () => {
    const [changed] = vectors.invalid;
    expect(read(changed?.wire ?? '').stderr.toString()).toBe('damaged token\n');
    expect(read(vectors.valid.at(-1)?.tokens[1] ?? '').stderr.toString()).toBe('parts are missing\n');
  });
});
