/**
 * node e2e/run/screens.mjs: a picture of every screen, light and dark, narrow and wide, in English and German, into
 * e2e/results/screens, for somebody to look at.
 */
import { ensure, root, run } from './ensure.mjs';
import { importTypeScript } from './bundle.mjs';

ensure();
run(process.execPath, ['build.mjs'], { cwd: root });
const { takeScreens } = await importTypeScript('e2e/screens.ts');
await takeScreens();
