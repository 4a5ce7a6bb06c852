/** Each yes in docs/COMPARISON.md names tests, and they exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const document = readFileSync(new URL('COMPARISON.md', import.meta.url), 'utf8');
const rows = document.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| -'));
const ours = rows.slice(1).map((row) => row.split('|').at(-2)?.trim() ?? '');
const root = new URL('../', import.meta.url);
const sources = ['src', 'popup', 'e2e/journeys', 'e2e/demo'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file) || folder === 'e2e/journeys')
    .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
    .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8')),
);

it('says no, or names the tests that show it', () => {
  expect(ours.length).toBeGreaterThan(20);
  for (const text of ours) {
    if (text === 'no') continue;
    const named = [...text.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title);
    expect(named, text).not.toEqual([]);
    for (const title of named)
      expect(
        sources.some((source) => source.includes(`'${title}'`)),
        title,
      ).toBe(true);
  }
});
