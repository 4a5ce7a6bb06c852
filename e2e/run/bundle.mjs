/** Runs TypeScript of e2e/ under Node 20, which cannot strip types: bundled first, packages left where they are. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure.mjs';

/** Bundles `entry` (a path below the repository's root) into node_modules/.cache and imports it. */
export async function importTypeScript(entry) {
  const { build } = await import('esbuild');
  const outfile = path.join(root, 'node_modules/.cache/sotto', `${path.basename(entry, '.ts')}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  // oxlint-disable-next-line no-unsanitized/method -- the file was written a line above
  return import(pathToFileURL(outfile).href);
}
