/**
 * node e2e/run/new-site.mjs ID HOST ["Name"]: a facts file and a test page for a new site, both working as they are and
 * both to be filled in. docs/ADDING_A_SITE.md says with what.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as prettier from 'prettier';
import { root } from './ensure.mjs';

const [id = '', host = '', name = id] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]*$/.test(id) || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) {
  console.error('node e2e/run/new-site.mjs ID HOST ["Name"], for example: line-web chat.line.example "LINE"');
  process.exit(1);
}

const today = new Date().toISOString().slice(0, 7);
const facts = `/** ${name} in the browser. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: ${JSON.stringify(id)},
  name: ${JSON.stringify(name)},
  hosts: [${JSON.stringify(host)}],
  confidence: 'experimental',
  sources: [],
  asOf: '${today}',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\\/chat\\/([^/]+)/] },
      title: ['main h1'],
      box: ['main [role="textbox"]'],
      area: 'footer',
      list: ['[role="log"]'],
      send: ['footer button[type="submit"]'],
    },
  ],
  text: ['.message .text'],
  row: ['.message'],
  previews: [],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'enter',
  limit: null,
  part: 1500,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: null,
  otherWays: [],
};
`;
const page = `/**
 * ${name}: what is odd about it, in a sentence or two.
 * Sources: repository and path, or thread, with dates.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: ${JSON.stringify(id)},
  id: ${JSON.stringify(id)},
  host: ${JSON.stringify(host)},
  sources: [],
  address: ({ peer }) => \`/chat/\${peer.id}\`,
  chat: ({ peer }) => peer.id,
  editor: 'contenteditable',
  limit: null,
  draft: null,
  list: 'window',
  echo: 'replace',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'links'], lines: 'kept' },
  build: ({ peer }) => {
    const place = h('div');
    const send = h('button[type="submit"]', 'Send');
    const rows = h('div');
    const scroller = h('div[role="log"]', rows);
    return {
      main: h('main', h('header', h('h1', peer.name)), scroller, h('footer', place, send)),
      place,
      box: { role: 'textbox', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('span.text');
        return { element: h('div.message', text), text };
      },
    };
  },
};
`;

const write = async (file, text) => {
  const whole = path.join(root, file);
  const config = await prettier.resolveConfig(whole);
  await writeFile(whole, await prettier.format(text, { ...config, filepath: whole }));
  console.log(file);
};
const variable = id.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
/** Adds an import after the last one, and the name to the end of the first list after it. */
const enter = async (file, what, from, list) => {
  const text = await readFile(path.join(root, file), 'utf8');
  const line = `import { ${what} as ${variable} } from '${from}';\n`;
  const after = text.lastIndexOf('\nimport ') + 1;
  const end = text.indexOf('\n', after) + 1;
  const imported = text.slice(0, end) + line + text.slice(end);
  const start = imported.indexOf(list);
  const close = imported.indexOf('];', start);
  const items = imported.slice(0, close).trimEnd().replace(/,$/, '');
  await write(file, `${items}, ${variable}${imported.slice(close)}`);
};

const factsFile = `src/sites/hosted/${id}.ts`;
const pageFile = `e2e/sites/pages/${id}.ts`;
for (const file of [factsFile, pageFile]) {
  if (existsSync(path.join(root, file))) {
    console.error(`${file} stands there already`);
    process.exit(1);
  }
}
await write(factsFile, facts);
await write(pageFile, page);
await enter('src/sites/catalogue.ts', 'facts', `./hosted/${id}`, 'export const hosted');
await enter('e2e/sites/catalogue.ts', 'page', `./pages/${id}`, 'export const pages');
console.log(`\nFill both in (docs/ADDING_A_SITE.md), then: npm run site -- ${id}`);
