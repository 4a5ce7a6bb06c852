import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from './errors';

const root = new URL('../_locales/', import.meta.url);
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, root), 'utf8')) as Record<string, string>;
const placeholders = (sentence: string | undefined) => [...new Set(sentence?.match(/\$\d/g) ?? [])].sort();

/** Every `t('key', ...)` in what people see, and whether it hands a value to the sentence. */
function calls(): { readonly key: string; readonly file: string; readonly fills: boolean }[] {
  const sources = ['../frames/', '../../popup/'].flatMap((folder) => {
    const at = new URL(folder, import.meta.url);
    const files = readdirSync(at, { recursive: true, encoding: 'utf8' });
    return files.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map((file) => new URL(file, at));
  });
  return sources.flatMap((url) =>
    [...readFileSync(url, 'utf8').matchAll(/\bt\(\s*'(\w+)'\s*(,|\))/g)].map(([, key = '', next]) => ({
      key,
      file: url.pathname,
      fills: next === ',',
    })),
  );
}

describe('sentences', () => {
  const languages = readdirSync(root);
  const files = readdirSync(new URL('en/', root));

  it('stand in English and German', () => {
    expect(languages.sort()).toEqual(['de', 'en']);
    expect(readdirSync(new URL('de/', root)).sort()).toEqual(files.sort());
  });

  it.each(files)('in %s have the same keys and placeholders in both languages', (file) => {
    const [english, german] = [read('en', file), read('de', file)];
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, sentence] of Object.entries(english)) {
      expect(sentence.trim(), key).not.toBe('');
      expect(german[key]?.trim(), key).not.toBe('');
      expect(placeholders(german[key]), key).toEqual(placeholders(sentence));
    }
  });

  it('have a place for each value that they are given, and are given one for each place', () => {
    const sentences = Object.assign({}, ...files.map((file) => read('en', file))) as Record<string, string>;
    const found = calls();
    expect(found.length).toBeGreaterThan(150);
    for (const { key, file, fills } of found)
      expect(placeholders(sentences[key]).length > 0, `${key} in ${file}`).toBe(fills);
  });

  it.each(['en', 'de'])('cover every error code in %s, and no other', (language) => {
    const keys = Object.keys(read(language, 'errors.json'));
    expect(keys.sort()).toEqual(errorCodes.map((code) => `error_${code}`).sort());
  });

  it('of errors use no value that the error does not have', () => {
    for (const language of languages) {
      for (const [key, sentence] of Object.entries(read(language, 'errors.json'))) {
        expect(['', '$1'], key).toContain(placeholders(sentence).join());
      }
    }
  });

  it.each(['en', 'de'])('invite without anything that a site makes a link of in %s', (language) => {
    const sentence = read(language, 'extension.json')['invitation_sentence'] ?? '';
    expect(sentence).not.toMatch(/:\/\/|www|\w\.\w|@|#/);
    expect(sentence.length).toBeLessThan(250);
  });
});
