/**
 * npm start: Alice and Bob in two windows, in one chat of the demo messenger, both with Sotto.
 *   --headless   plays the conversation by itself; chosen, too, when there is no display
 *   --firefox    Firefox instead of Chromium
 */
import { ensure, root, run } from './ensure.mjs';
import { importTypeScript } from './bundle.mjs';

const asked = new Set(process.argv.slice(2));
const unknown = [...asked].filter((option) => option !== '--headless' && option !== '--firefox');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. There are --headless and --firefox.`);
  process.exit(1);
}
ensure();
run(process.execPath, ['build.mjs'], { cwd: root });
const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const { start } = await importTypeScript('e2e/start.ts');
process.exitCode = await start({
  browser: asked.has('--firefox') ? 'firefox' : 'chromium',
  headless: asked.has('--headless') || noDisplay,
});
