/** (f) Bytes of each bundle, as the build wrote them down. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../lib/paths';
import { plain, type Row } from './report';

export async function bundleSizes(): Promise<Row[]> {
  const sizes = JSON.parse(await readFile(path.join(root, 'dist/sizes.json'), 'utf8')) as Record<
    string,
    number
  >;
  return Object.entries(sizes).map(([file, bytes]) => plain('bundle', file, bytes / 1000, 'kB'));
}
