/**
 * `npm run bench`: measures everything in one run, prints it as JSON and as a table. Progress goes to standard error.
 *   --write   puts the table into docs/BENCHMARKS.md too
 *   scroll    (or another area, or the part of its name before the hyphen) measures it alone; several may be named
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
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const isWritten = process.argv.includes('--write');
  if (isWritten && wanted.length > 0)
    throw new Error('--write is for the whole table: name no area beside it');
  const server = await startServer();
  const browser = await openBrowser();
  const rows: Row[] = [];
  try {
    for (const { name, measure } of await prepare(server, browser, wanted)) {
      progress(name);
      rows.push(...(await measure().catch((thrown: unknown) => [failure(name, thrown)])));
    }
  } finally {
    await browser.close();
    server.close();
  }
  const ran = { machine: machine(seconds()), seconds: Math.round(seconds()) };
  console.log(JSON.stringify({ ...ran, rows }, null, 2));
  console.log(`\n${ran.machine}\n\n${table(rows)}`);
  const judged = rows.filter(({ met }) => met !== null);
  console.log(`\n${judged.filter(({ met }) => met === false).length} of ${judged.length} goals MISSED.`);
  if (isWritten) await writeDocs(table(rows), ran.machine);
}

type Area = {
  readonly name: string;
  /** Encrypted messages that it reads. */
  readonly messages: number;
  readonly measure: () => Promise<Row[]>;
};

/** Everything that the wanted areas need, and these areas; all of them if none is named. */
async function prepare(
  server: BenchServer,
  chromium: BenchBrowser,
  wanted: readonly string[],
): Promise<readonly Area[]> {
  const { port, put } = server;
  const site = `localhost:${port}`;
  const few = { site, chat: '/few' };
  const many = { site, chat: '/many' };
  const writing = { site, chat: '/writing' };
  const rounds = 9;
  const inRounds = 2 * 50 * (rounds + 1);

  let wires: readonly string[] = [];
  let contents = '';
  const crypto = (browser: 'chromium' | 'firefox', long: boolean) =>
    measureCrypto(server, browser, long ? wires : wires.slice(0, inRounds), {
      contents,
      conversation: many,
      rounds,
      long,
    });
  const areas: readonly Area[] = [
    { name: 'crypto-chromium', messages: inRounds, measure: () => crypto('chromium', false) },
    { name: 'crypto-firefox', messages: MANY, measure: () => crypto('firefox', true) },
    { name: 'scan', messages: 0, measure: () => measureScanner(chromium, server) },
    { name: 'plain', messages: 0, measure: () => measurePlainPage(chromium, port, '/plain', 3) },
    { name: 'load-1000', messages: FEW, measure: () => measureLoads(chromium, port, '/few', FEW, 5) },
    { name: 'load-10000', messages: MANY, measure: () => measureLoads(chromium, port, '/many', MANY, 2) },
    { name: 'scroll-1000', messages: FEW, measure: () => measureScrolling(chromium, port, '/few', FEW, 2) },
    {
      name: 'scroll-10000',
      messages: MANY,
      measure: () => measureScrolling(chromium, port, '/many', MANY, 1),
    },
    { name: 'send', messages: 10, measure: () => measureSending(chromium, port, '/writing', 9) },
    { name: 'bundle', messages: 0, measure: bundleSizes },
  ];
  const chosen =
    wanted.length === 0
      ? areas
      : areas.filter(({ name }) => wanted.some((word) => name === word || name.startsWith(`${word}-`)));
  if (chosen.length === 0)
    throw new Error(`No such area. There are: ${areas.map(({ name }) => name).join(', ')}`);

  const writer = await makeWriter('Bob');
  await prepareLoads(chromium);
  const popup = await openPopup(chromium);
  const alice = await seedIdentity(popup.ask);
  await seedChats(popup.ask, writer, [few, many, writing]);
  // A page of each extension stays open, so that neither side has to start its process for the first frame.
  const empty = await chromium.context.newPage();
  await empty.goto(`${chromium.emptyOrigin}/blank.html`);

  const count = Math.max(...chosen.map(({ messages }) => messages));
  progress(`encrypting ${count} messages`);
  wires = await writeMessages({ writer, reader: alice, conversation: many, count });
  contents = vaultOf(writer, alice, many);
  put('/blank', 'text/html', '<!doctype html><title>Blank</title>');
  put('/plain', 'text/html', chatPage(Array.from({ length: MANY }, (_, index) => plaintextOf(index))));
  put('/few', 'text/html', chatPage(wires.slice(0, FEW)));
  put('/many', 'text/html', chatPage(wires));
  put('/writing', 'text/html', chatPage(wires.slice(0, 10)));
  return chosen;
}
