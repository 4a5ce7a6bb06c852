/** What is tested is what is shipped: the build for tests differs in one permission, and the README names all of them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../lib/paths';
import { expect, test } from '../lib/test';

type Manifest = Readonly<Record<string, unknown>> & {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
};

const folders = { chromium: 'chrome', firefox: 'firefox' } as const;

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file, 'base64')] as const),
    ),
  );
}

const manifestOf = async (folder: string) =>
  JSON.parse(await readFile(path.join(root, 'dist', folder, 'manifest.json'), 'utf8')) as Manifest;

test('the build for tests may work on this machine’s own pages, and is the same in all else', async ({
  browserOfProject,
}) => {
  const folder = folders[browserOfProject];
  const [shipped, tested] = await Promise.all(
    [folder, `${folder}-test`].map((name) => filesOf(path.join(root, 'dist', name))),
  );
  shipped?.delete('manifest.json');
  tested?.delete('manifest.json');
  expect(shipped?.size).toBeGreaterThan(30);
  expect(tested).toEqual(shipped);
  const { host_permissions: hosts, ...others } = await manifestOf(`${folder}-test`);
  expect(others).toEqual(await manifestOf(folder));
  expect(hosts).toEqual(['http://127.0.0.1/*', 'http://localhost/*', 'http://*.localhost/*']);
});

test('the README names the permissions, and no others', async ({ browserOfProject }) => {
  const manifest = await manifestOf(folders[browserOfProject]);
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\w+)`(.*?)\|/gm)].map(([, name = '', note = '']) => ({
    name,
    note,
  }));
  const ofHere = rows.filter(({ note }) => !note.includes('Chrome') || browserOfProject === 'chromium');
  const isOptional = ({ note }: { note: string }) => note.includes('optional');
  const names = (list: typeof rows) => list.map(({ name }) => name).toSorted();
  expect(names(ofHere.filter((row) => !isOptional(row)))).toEqual(manifest.permissions.toSorted());
  expect(names(ofHere.filter(isOptional))).toEqual(manifest.optional_permissions.toSorted());
});
