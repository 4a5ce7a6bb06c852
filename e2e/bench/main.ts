/**
 * `npm run bench`: measures everything in one run, prints it as JSON and as a table. Progress goes to standard error.
 *   --write   puts the table into docs/BENCHMARKS.md too
 */
import { openBrowser, type BenchBrowser } from './chromium';
import { measureCrypto } from './crypto';
import { machine, writeDocs } from './docs';
import { measureLoads, prepareLoads } from './load';
import { makeWriter, vaultOf, writeMessages } from './messages';
import { chatPage } from './pages';
import { plaintextOf } from './people';
import { failure, table, type Row } from './report';
import { measurePlainPage, measureScanner } from './scan';
import { measureScrolling } from './scroll';
import { openPopup, seedChats, seedIdentity } from './seed';
import { measureSending } from './send';
import { startServer, type BenchServer } from './server';
import { bundleSizes } from './sizes';

const FEW = 1000;
const MANY = 10_000;

const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const progress = (what: string) => console.error(`${seconds().toFixed(0).padStart(4)} s  ${what}`);

/** What e2e/run/bench.mjs calls, once the extension is built. */
export async function bench(): Promise<void> {
  const server = await startServer();
  const browser = await openBrowser();
  const rows: Row[] = [];
  try {
    await measureAll(server, browser, async (what, measure) => {
      progress(what);
      rows.push(...(await measure().catch((thrown: unknown) => [failure(what, thrown)])));
    });
  } finally {
    await browser.close();
    server.close();
  }
  const ran = { machine: machine(seconds()), seconds: Math.round(seconds()) };
  console.log(JSON.stringify({ ...ran, rows }, null, 2));
  console.log(`\n${ran.machine}\n\n${table(rows)}`);
  const judged = rows.filter(({ met }) => met !== null);
  console.log(`\n${judged.filter(({ met }) => met === false).length} of ${judged.length} goals MISSED.`);
  if (process.argv.includes('--write')) await writeDocs(table(rows), ran.machine);
}

type Step = (what: string, measure: () => Promise<Row[]>) => Promise<void>;

async function measureAll(server: BenchServer, chromium: BenchBrowser, step: Step): Promise<void> {
  const { port, put } = server;
  const site = `localhost:${port}`;
  const few = { site, chat: '/few' };
  const many = { site, chat: '/many' };
  const writing = { site, chat: '/writing' };

  const writer = await makeWriter('Bob');
  await prepareLoads(chromium);
  const popup = await openPopup(chromium);
  const alice = await seedIdentity(popup.ask);
  await seedChats(popup.ask, writer, [few, many, writing]);
  // A page of each extension stays open, so that neither side has to start its process for the first frame.
  const empty = await chromium.context.newPage();
  await empty.goto(`${chromium.emptyOrigin}/blank.html`);

  progress(`encrypting ${MANY} messages`);
  const wires = await writeMessages({ writer, reader: alice, conversation: many, count: MANY });
  put('/blank', 'text/html', '<!doctype html><title>Blank</title>');
  put('/plain', 'text/html', chatPage(Array.from({ length: MANY }, (_, index) => plaintextOf(index))));
  put('/few', 'text/html', chatPage(wires.slice(0, FEW)));
  put('/many', 'text/html', chatPage(wires));
  put('/writing', 'text/html', chatPage(wires.slice(0, 10)));

  const input = { contents: vaultOf(writer, alice, many), conversation: many, rounds: 9 };
  const some = wires.slice(0, 2 * 50 * (input.rounds + 1));
  await step('crypto in Chromium', () => measureCrypto(server, 'chromium', some, { ...input, long: false }));
  await step('crypto in Firefox', () => measureCrypto(server, 'firefox', wires, { ...input, long: true }));
  await step('scanner', () => measureScanner(chromium, server));
  await step('page of plain messages', () => measurePlainPage(chromium, port, '/plain', 3));
  await step(`loading ${FEW} encrypted messages`, () => measureLoads(chromium, port, '/few', FEW, 5));
  await step(`loading ${MANY} encrypted messages`, () => measureLoads(chromium, port, '/many', MANY, 2));
  await step(`scrolling through ${FEW}`, () => measureScrolling(chromium, port, '/few', FEW, 2));
  await step(`scrolling through ${MANY}`, () => measureScrolling(chromium, port, '/many', MANY, 1));
  await step('sending', () => measureSending(chromium, port, '/writing', 9));
  await step('bundle sizes', bundleSizes);
}
