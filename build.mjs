/**
 * Builds the extension: `dist/chrome/` and `dist/firefox/` unpacked, and a store zip of each.
 *   node build.mjs           both browsers, store flavour and test flavour
 *   node build.mjs --watch   rebuilds on change
 * The test flavour differs in one thing: a host permission for loopback, since no test can answer the browser's prompt.
 */
import { cp, mkdir, readdir, readFile, rm, watch as watchFiles, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { zipSync } from 'fflate';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');
const work = path.join(dist, 'work');

/** Minified size each output may have, in bytes: OpenPGP.js is 380 kB of the first. */
const budgets = [
  { file: /^background\.js$/, bytes: 600_000 },
  { file: /^(?:sites|content)\/[^/]+\.js$/, bytes: 60_000 },
  { file: /^frames\/[^/]+\.js$/, bytes: 75_000 },
  { file: /^popup\/main\.js$/, bytes: 130_000 },
  { file: /^popup\/panel\.js$/, bytes: 120_000 },
];

const flavours = [
  { folder: 'chrome', browser: 'chrome', test: false },
  { folder: 'firefox', browser: 'firefox', test: false },
  { folder: 'chrome-test', browser: 'chrome', test: true },
  { folder: 'firefox-test', browser: 'firefox', test: true },
];

/** Match patterns of the test flavour: the machine itself and nothing else. */
const loopback = ['http://127.0.0.1/*', 'http://localhost/*', 'http://*.localhost/*'];

async function pageEntries() {
  const frames = (await readdir(path.join(root, 'src/frames'), { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && existsSync(path.join(root, 'src/frames', entry.name, 'main.tsx')),
  );
  return {
    pages: {
      background: 'src/background/main.ts',
      'popup/main': 'popup/main.tsx',
      'popup/panel': 'popup/panel/main.tsx',
      'popup/strength': 'popup/strength.ts',
      'popup/scan': 'popup/scan.ts',
    },
    frames: Object.fromEntries(frames.map(({ name }) => [`frames/${name}`, `src/frames/${name}/main.tsx`])),
  };
}

async function contentEntries() {
  const fromFacts = [];
  for (const folder of ['hosted', 'products']) {
    for (const file of await readdir(path.join(root, 'src/sites', folder)))
      if (file.endsWith('.ts'))
        fromFacts.push({ id: file.slice(0, -3), entry: `site:${folder}/${file.slice(0, -3)}` });
  }
  fromFacts.push({ id: 'demo', entry: 'site:demo' });
  const written = await readdir(path.join(root, 'src/sites/entries'));
  return {
    'content/writing': 'src/content/writing-part.ts',
    'content/panel': 'src/content/panel-part.ts',
    'content/previews': 'src/content/previews-part.ts',
    ...Object.fromEntries(written.map((file) => [`sites/${file.slice(0, -3)}`, `src/sites/entries/${file}`])),
    ...Object.fromEntries(fromFacts.map(({ id, entry }) => [`sites/${id}`, entry])),
  };
}

/**
 * The content script of each site that has one of its own: all alike but for the facts, so nobody writes them by hand. A
 * product's comes into a page in which the generic one stands already, and brings it the facts alone.
 */
const siteEntries = {
  name: 'site-entries',
  setup(builder) {
    builder.onResolve({ filter: /^site:/ }, ({ path: name }) => ({ path: name, namespace: 'site' }));
    builder.onLoad({ filter: /.*/, namespace: 'site' }, ({ path: name }) => ({
      contents: `import { ${name.startsWith('site:hosted/') ? 'start' : 'handOver'} as begin } from './src/content/${name.startsWith('site:hosted/') ? 'start' : 'hand-over'}';
        import { siteFromFacts } from './src/sites/from-facts';
        import { facts } from './src/sites/${name.slice('site:'.length)}';
        begin([siteFromFacts(facts)]);`,
      resolveDir: root,
      loader: 'ts',
    }));
  },
};

/**
 * Marks the making of schemas as without side effects, so that a bundle carries those that it parses with and no others:
 * Valibot marks its functions itself, but the bundler looks at that within one file only.
 */
const pureSchemas = {
  name: 'pure-schemas',
  setup(builder) {
    builder.onLoad({ filter: /src[\\/]protocol[\\/][^\\/]+\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(/\bv\.[a-zA-Z]+\(/g, '/* @__PURE__ */ $&'),
      loader: 'ts',
    }));
    // The one pattern of Valibot's that is made by a call once it is written for older browsers.
    builder.onLoad({ filter: /valibot[\\/]dist[\\/]index\.mjs$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        /(const EMOJI_REGEX = )(.+);/,
        '$1/* @__PURE__ */ (() => $2)();',
      ),
    }));
  },
};

function bundleOptions(entryPoints) {
  return {
    absWorkingDir: root,
    entryPoints,
    outdir: work,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome130', 'firefox153'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [pureSchemas],
  };
}

/** Sizes, and the zones that bundles keep: OpenPGP.js is where secret keys are, in the core and nowhere else. */
function checkBundles(metafile) {
  const problems = [];
  for (const [output, { bytes, inputs }] of Object.entries(metafile.outputs)) {
    const file = path.relative(work, path.join(root, output)).replaceAll(path.sep, '/');
    const budget = budgets.find((entry) => entry.file.test(file));
    if (budget && bytes > budget.bytes) problems.push(`${file}: ${bytes} bytes, allowed ${budget.bytes}`);
    const hasOpenpgp = Object.keys(inputs).some((input) =>
      /node_modules\/openpgp\/|^src\/openpgp\/(?!types)/.test(input),
    );
    if (hasOpenpgp && file !== 'background.js')
      problems.push(`${file}: holds OpenPGP code, which belongs to the core`);
  }
  if (problems.length > 0) throw new Error(`Build refused:\n  ${problems.join('\n  ')}`);
}

/** `_locales/<language>/messages.json`, put together from the zones' own files. */
async function writeLocales(folder) {
  const source = path.join(root, 'src/_locales');
  for (const language of await readdir(source)) {
    const messages = {};
    for (const file of (await readdir(path.join(source, language))).sort()) {
      for (const [key, message] of Object.entries(
        JSON.parse(await readFile(path.join(source, language, file), 'utf8')),
      )) {
        if (key in messages) throw new Error(`Two messages named ${key} in ${language}`);
        messages[key] = placeholders(message);
      }
    }
    await mkdir(path.join(folder, '_locales', language), { recursive: true });
    await writeFile(path.join(folder, '_locales', language, 'messages.json'), JSON.stringify(messages));
  }
}

/** Our files hold plain strings with $1..$9; the browser's format wants objects. */
const placeholders = (message) => ({ message });

function manifestFor(source, { browser, test }) {
  const manifest = structuredClone(source);
  if (browser === 'chrome') {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
    delete manifest.sidebar_action;
  } else {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
    delete manifest.side_panel;
    manifest.permissions = manifest.permissions.filter((permission) => permission !== 'sidePanel');
    for (const entry of manifest.web_accessible_resources) delete entry.use_dynamic_url;
  }
  if (test) manifest.host_permissions = loopback;
  return manifest;
}

async function assemble() {
  const source = JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8'));
  for (const flavour of flavours) {
    const folder = path.join(dist, flavour.folder);
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.join(folder, 'frames'), { recursive: true });
    await cp(work, folder, { recursive: true });
    await cp(path.join(root, 'src/icons'), path.join(folder, 'icons'), { recursive: true });
    await cp(path.join(root, 'src/content/previews.css'), path.join(folder, 'sites/previews.css'));
    await cp(path.join(root, 'popup/index.html'), path.join(folder, 'popup/index.html'));
    await cp(path.join(root, 'popup/panel/index.html'), path.join(folder, 'popup/panel.html'));
    for (const kind of ['composer', 'reader', 'prompt']) {
      await cp(path.join(root, `src/frames/${kind}/index.html`), path.join(folder, `frames/${kind}.html`));
    }
    await writeLocales(folder);
    await writeFile(
      path.join(folder, 'manifest.json'),
      `${JSON.stringify(manifestFor(source, flavour), null, 2)}\n`,
    );
    if (!flavour.test)
      await writeFile(path.join(dist, `sotto-${flavour.browser}.zip`), await zipFolder(folder));
  }
}

/** Sorted names and one fixed date, so that the same source gives the same bytes. */
async function zipFolder(folder) {
  const files = {};
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  for (const name of names) {
    files[name] = [
      new Uint8Array(await readFile(path.join(folder, name))),
      { mtime: new Date(1980, 0, 1), level: 6 },
    ];
  }
  return zipSync(files);
}

export async function build() {
  const started = performance.now();
  await rm(work, { recursive: true, force: true });
  const { pages, frames } = await pageEntries();
  const results = await Promise.all([
    esbuild.build(bundleOptions(pages)),
    esbuild.build({
      ...bundleOptions({ ...frames, ...(await contentEntries()) }),
      plugins: [siteEntries, pureSchemas],
      alias: { 'webextension-polyfill': path.join(root, 'src/platform/native.ts') },
    }),
  ]);
  const metafile = { outputs: Object.assign({}, ...results.map((result) => result.metafile.outputs)) };
  checkBundles(metafile);
  await assemble();
  await rm(work, { recursive: true, force: true });
  await writeFile(path.join(dist, 'sizes.json'), JSON.stringify(sizes(metafile), null, 2));
  return Math.round(performance.now() - started);
}

function sizes(metafile) {
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([output, { bytes }]) => [
      path.relative('dist/work', output),
      bytes,
    ]),
  );
}

async function watch() {
  const rebuild = async () => {
    try {
      console.log(`built in ${await build()} ms`);
    } catch (error) {
      console.error(String(error));
    }
  };
  await rebuild();
  let queued;
  const onChange = () => {
    clearTimeout(queued);
    queued = setTimeout(rebuild, 100);
  };
  await Promise.all(
    ['src', 'popup', 'manifest.json'].map(async (place) => {
      for await (const _ of watchFiles(path.join(root, place), { recursive: true })) onChange();
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) await watch();
  else console.log(`built dist/ in ${await build()} ms`);
}
