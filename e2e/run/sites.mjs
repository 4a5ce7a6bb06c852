/**
 * npm run sites: the suite of test pages in both browsers, and docs/SITES.md made of what passed.
 *   node e2e/run/sites.mjs --check   runs nothing: fails unless the file is what the last full run gives
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { importTypeScript } from './bundle.mjs';
import { ensure, root, run } from './ensure.mjs';

const resultsFolder = path.join(root, 'e2e/results/sites');
const isCheck = process.argv.includes('--check');
if (!isCheck) {
  ensure({ forTests: true });
  run(process.execPath, ['build.mjs'], { cwd: root });
  await rm(resultsFolder, { recursive: true, force: true });
  for (const project of ['chromium', 'firefox']) {
    const args = ['test', '-c', 'e2e/playwright.config.ts', '--project', project, 'e2e/sites/sites.spec.ts'];
    // What fails is told by the runner, and leaves a gap in the table.
    const { status } = spawnSync(path.join(root, 'node_modules/.bin/playwright'), args, {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
const { sitesDocument } = await importTypeScript('e2e/sites/matrix.ts');
const sitesFile = path.join(root, 'docs/SITES.md');
const made = await sitesDocument(resultsFolder);
const committed = await readFile(sitesFile, 'utf8').catch(() => '');
if (!isCheck) await writeFile(sitesFile, made);
else if (made !== committed) {
  const told = new Set(committed.split('\n'));
  for (const line of made.split('\n').filter((each) => !told.has(each))) console.error(line);
  console.error('docs/SITES.md is not what this run gives. Make it with: npm run sites');
  process.exitCode = 1;
}
