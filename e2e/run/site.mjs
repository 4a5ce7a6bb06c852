/** npm run site -- ID: tries one site's adapter on its pages, in both browsers (or: --project chromium). */
import path from 'node:path';
import { ensure, root, run } from './ensure.mjs';

const [id, ...rest] = process.argv.slice(2);
if (id === undefined || !/^[a-z][a-z0-9-]*$/.test(id)) {
  console.error('Which site? For example: npm run site -- discord');
  process.exit(1);
}
ensure({ forTests: true });
run(process.execPath, ['build.mjs'], { cwd: root });
const spec = 'e2e/sites/sites.spec.ts';
run(
  path.join(root, 'node_modules/.bin/playwright'),
  // A site with several pages has them as `ID-something`.
  ['test', '-c', 'e2e/playwright.config.ts', spec, '-g', ` ${id}(-[a-z]+)?$`, ...rest],
  { cwd: root },
);
