/** npm run bench: every e2e/bench/*.ts has a `bench` function, run in the order of their names. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ensure, root, run } from './ensure.mjs';
import { importTypeScript } from './bundle.mjs';

ensure();
run(process.execPath, ['build.mjs']);
const entries = (await readdir(path.join(root, 'e2e/bench'))).filter((file) => file.endsWith('.ts')).sort();
for (const entry of entries) {
  const { bench } = await importTypeScript(`e2e/bench/${entry}`);
  await bench?.();
}
