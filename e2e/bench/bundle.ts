/** Bundles what runs in the bench's pages. */
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../lib/paths';

/** The script of e2e/bench/in-page/`name`.ts as one text, minified as the product is. */
export async function bundle(name: string): Promise<string> {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path.join('e2e/bench/in-page', `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome130', 'firefox153'],
    platform: 'browser',
    legalComments: 'none',
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}
