/** docs/SITES.md: which site does what in which browser, made of the suite's results and the sites' facts. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import words from '../../src/_locales/en/sites.json';
import { hosted, products } from '../../src/sites/catalogue';
import type { SiteFacts } from '../../src/sites/facts';
import { noWebClient } from '../../src/sites/no-web-client';
import type { BrowserName } from '../lib/driver';
import { pages } from './catalogue';
import { features, type Feature } from './features';
import type { SitePage } from './framework/site-page';
import type { SiteResult } from './results';

const browsers: readonly BrowserName[] = ['chromium', 'firefox'];
const columns = Object.entries(features) as [Feature, string][];
const confidenceWords: Readonly<Record<SiteFacts['confidence'], string>> = {
  sourced: 'well sourced',
  fair: 'fair',
  experimental: '**experimental**',
};

function resultIn(folder: string, browser: BrowserName, { id }: SitePage): SiteResult | null {
  const file = path.join(folder, browser, `${id}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SiteResult) : null;
}

const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** C and F for Chromium and Firefox, where the check passed. */
function cells(folder: string, page: SitePage): string[] {
  const found = browsers.flatMap((browser) => resultIn(folder, browser, page) ?? []);
  return columns.map(([feature]) => {
    if (found.some(({ absent }) => absent.includes(feature))) return 'none';
    const letters = found.flatMap(({ browser, passed }) =>
      passed.includes(feature) ? [browser.charAt(0).toUpperCase()] : [],
    );
    return letters.join(' ') || '–';
  });
}

const nameOf = (page: SitePage): string => {
  const site = [...hosted, ...products].find(({ id }) => id === page.site);
  return site === undefined ? page.id : `${site.name}${page.id === page.site ? '' : ` (${page.id})`}`;
};

function limitOf({ limit, part }: SiteFacts): string {
  return `${limit === null ? 'not known' : limit.toLocaleString('en')} / ${part.toLocaleString('en')}`;
}

/**
 * The whole file, as the formatter leaves it.
 * @param folder where the suite left its results
 */
export async function sitesDocument(folder: string): Promise<string> {
  const text = `# Sites

<!-- Made by \`npm run sites\` from a run of the suite. Changes by hand are lost. -->

No live site was opened for this. Each row is a page under \`e2e/sites/pages\`, built from public facts about the real one:
the same editor, roles, attributes, limits and habits. C: passed in Chromium. F: passed in Firefox. –: not passed, or not
tried there. none: the page has no such thing, since the site has none or it is not known how the site does it. What a real site changed since its
facts were gathered shows in no test: where facts are thin, the site is called experimental, here and in Sotto's own list.

${features.health}: Sotto says that it gets on with the page; then box and list lose all names that they had, as in a redesign, Sotto
says so, and what is written goes out encrypted or not at all. ${features.silent}: text, names and content of files stand nowhere in what
page and server got.

${table(
  ['Page', ...columns.map(([, feature]) => feature)],
  pages.map((page) => [nameOf(page), ...cells(folder, page)]),
)}

## Facts behind the rows

Limit: most characters of one message, and how many Sotto puts into one part. Drafts: whether what stands in the box goes to
the server before it is sent. A source \`sf:N\` is a public file on GitHub that was read without its repository being known.

${table(
  ['Site', 'Confidence', 'As of', 'Editor', 'Limit / part', 'Drafts', 'Sources'],
  [...hosted, ...products].map((facts) => [
    facts.name,
    confidenceWords[facts.confidence],
    facts.asOf,
    facts.editor,
    limitOf(facts),
    facts.drafts,
    facts.sources.join('; '),
  ]),
)}

## Where Sotto cannot work

${noWebClient.map(({ id, name }) => `- **${name}**: ${words[`noClient_${id}`]}`).join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 110 });
}
