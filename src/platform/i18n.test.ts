import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../_locales/', import.meta.url);
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Record<string, string>;
const placeholders = (message: string) => [...message.matchAll(/\$[1-9]/g)].map(([place]) => place).sort();

const files = readdirSync(new URL('en/', folder));

it.each(files)('%s says the same things in every language', (file) => {
  const english = read('en', file);
  for (const language of readdirSync(folder)) {
    const messages = read(language, file);
    expect(Object.keys(messages).sort(), language).toStrictEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(messages)) {
      expect(message.trim(), `${language} ${key}`).not.toBe('');
      expect(placeholders(message), `${language} ${key}`).toStrictEqual(placeholders(english[key] ?? ''));
    }
  }
});
