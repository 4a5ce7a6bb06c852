/**
 * node e2e/run/screens.mjs [look or chapter...]: a picture of every screen, light and dark, narrow and wide, in English
 * and German, into e2e/results/screens, for somebody to look at. A look is named as `de-dark`; chapters are in
 * e2e/screens/main.ts.
 */
import { ensure, root, run } from './ensure.mjs';
import { importTypeScript } from './bundle.mjs';

ensure();
run(process.execPath, ['build.mjs'], { cwd: root });
const { takeScreens } = await importTypeScript('e2e/screens/main.ts');
await takeScreens(process.argv.slice(2));
