/** Places in the repository, found from wherever this code runs: as a source file, or bundled by e2e/run. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "sotto"')) return folder;
    if (folder === path.dirname(folder)) throw new Error(`No package.json of Sotto above ${from}`);
  }
}

export const root = findRoot(path.dirname(fileURLToPath(import.meta.url)));
export const results = path.join(root, 'e2e/results');
