/** npm run bench: builds, then measures and prints what e2e/bench says. */
import { ensure, run } from './ensure.mjs';
import { importTypeScript } from './bundle.mjs';

ensure();
run(process.execPath, ['build.mjs']);
const { bench } = await importTypeScript('e2e/bench/main.ts');
await bench();
