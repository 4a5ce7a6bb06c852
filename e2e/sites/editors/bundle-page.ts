/** Bundles the browser side of a test page. */
import path from 'node:path';
import * as esbuild from 'esbuild';

/**
 * @param entry absolute path of the page's script
 * @returns files by their path on the server, such as `/main.js`: the script, what it fetches on demand, and styles
 */
export async function bundlePage(entry: string): Promise<ReadonlyMap<string, string>> {
  const outdir = path.dirname(entry);
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    outdir,
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome130', 'firefox128'],
    conditions: ['production'],
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [`/${path.relative(outdir, file.path)}`, file.text]));
}
