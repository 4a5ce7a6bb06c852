import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRuns } from './text-runs';

const links = (text: string) =>
  textRuns(text).flatMap((run) => (run.kind === 'link' ? [[run.text, run.href]] : []));
const pieces = fc.constantFrom(
  'http://',
  'https://a.b/',
  '```',
  '\n',
  '(',
  ')',
  '.',
  ' ',
  '@',
  '\u202e',
  '\0',
  '🙂',
  'x',
  '\r',
);

describe('textRuns', () => {
  it('gives the message back character for character', () => {
    const check = (text: string) => {
      expect(
        textRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    };
    fc.assert(fc.property(fc.array(pieces), (all) => check(all.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  });
  it('links http and https only, to what is written there', () => {
    expect(links('see https://example.org/a?b=1#c and http://x.org')).toEqual([
      ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
      ['http://x.org', 'http://x.org/'],
    ]);
    expect(links('javascript:alert(1) data:text/html,x ftp://a.b file:///etc www.example.org')).toEqual([]);
  });
  it('leaves the punctuation of the sentence out, and keeps brackets that belong to the address', () => {
    expect(links('(see https://a.org/x).')).toEqual([['https://a.org/x', 'https://a.org/x']]);
    expect(links('https://a.org/w_(x)!')).toEqual([['https://a.org/w_(x)', 'https://a.org/w_(x)']]);
  });
  it('makes no link that looks like another host or hides characters', () => {
    expect(links('https://bank.example@evil.example/')).toEqual([]);
    expect(links('https://a.org/\u202egpj.exe')).toEqual([['https://a.org/', 'https://a.org/']]);
  });
  it('keeps a fenced block whole and links nothing in it', () => {
    const code = '```js\nfetch("https://a.org")\n```';
    expect(textRuns(`Look:\n${code}\nfine`)).toEqual([
      { kind: 'plain', text: 'Look:\n' },
      { kind: 'code', text: code },
      { kind: 'plain', text: '\nfine' },
    ]);
    expect(textRuns('a ```not fenced``` b')).toEqual([{ kind: 'plain', text: 'a ```not fenced``` b' }]);
  });
  it('keeps to linear time for hostile text', () => {
    const hostile = [
      `https://a.org/${')'.repeat(60_000)}x`,
      '```x\n'.repeat(40_000),
      `http://a${'.'.repeat(150_000)}x`,
    ];
    for (const text of [...hostile, 'http://a '.repeat(20_000)]) {
      const started = performance.now();
      expect(
        textRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
