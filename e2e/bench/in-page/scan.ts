/** Runs in a page: the scanner over 10 million characters of chat without any ciphertext in it, and one `indexOf` over the same. */
import { scan } from '../../../src/wire/scanner';
import { plaintextOf } from '../people';
import type { ScanRates } from '../scan';

const MEGABYTES = 10;
const ROUNDS = 9;
/** Times that the text is gone over in one round, since the page's clock is coarse. */
const PASSES = 10;
/** A third of the texts holds what two bytes a character are needed for, and the beginnings of what is looked for. */
const odd = 'Grüße 🙂 aus Q—, Qz: -- ';
/** Characters of one text: what a page's message elements hold, from a word to a long letter. */
const PIECES = [20, 80, 200, 2000, 50_000];

function makePieces(): string[] {
  const pieces: string[] = [];
  let length = 0;
  for (let index = 0; length < MEGABYTES * 1e6; index++) {
    const wanted = PIECES[index % PIECES.length] ?? 20;
    const parts: string[] = index % 3 === 0 ? [odd] : [];
    for (let at = index, held = 0; held < wanted; at++) {
      const part = `${plaintextOf(at)} `;
      parts.push(part);
      held += part.length;
    }
    const text = parts.join('');
    pieces.push(text);
    length += text.length;
  }
  return pieces;
}

const pieces = makePieces();
const characters = pieces.reduce((sum, { length }) => sum + length, 0);

function rate(run: (text: string) => number): number {
  const start = performance.now();
  let found = 0;
  for (let pass = 0; pass < PASSES; pass++) for (const text of pieces) found += run(text);
  const seconds = (performance.now() - start) / 1000;
  if (found !== 0) throw new Error('ciphertext in plain text');
  return (PASSES * characters) / 1e6 / seconds;
}

const rates: ScanRates = { scan: [], indexOf: [] };
for (let round = 0; round <= ROUNDS; round++) {
  const scanned = rate((text) => scan(text).length);
  const searched = rate((text) => text.indexOf('QzSotto') + 1);
  if (round === 0) continue;
  rates.scan.push(scanned);
  rates.indexOf.push(searched);
}
void fetch('/result', { method: 'POST', body: JSON.stringify(rates) });
