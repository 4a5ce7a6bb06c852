/** Builds the element of one message: its text alone in one element, and beside it who wrote it, when, and its state. */
import { language, t } from '../../platform/i18n';
import { readFileEnvelope } from '../../protocol/file-envelope';
import type { MessageReading, Reading } from '../../protocol/reading';
import type { Seal } from '../../protocol/shapes';
import { iconElement } from '../icons';
import { personName } from '../person-name';
import { sealElement } from '../seal-mark';
import type { FileCards } from './files/cards';
import { textRuns, type Run } from './text-runs';
import { contactWords, ownDamagedWords, ownWords, stateName, stateWords, type StateWords } from './words';

/** Fills `article` anew from the reading. `replayed` is what the order of the list says. */
export function fillArticle(
  article: HTMLElement,
  id: number,
  reading: Reading,
  replayed: boolean,
  seal: Seal | null,
  files: Pick<FileCards, 'cardFor' | 'drop'>,
): void {
  const name = replayed && reading.kind === 'message' ? 'replayed' : stateName(reading);
  article.dataset['message'] = reading.kind === 'message' ? reading.digest : String(id);
  article.dataset['state'] = name;
  const words = wordsOf(reading, replayed);
  article.dataset['tone'] = words.tone;
  const line = stateLine(words, seal);
  const file = reading.kind === 'message' ? readFileEnvelope(reading.text) : null;
  const author = reading.kind === 'message' ? reading.author : null;
  // A file is loaded and opened for somebody who wrote it here and now, and for nobody else.
  const card = file && author && words.tone !== 'bad' ? files.cardFor(id, file, author.fingerprint) : null;
  if (!card) files.drop(id);
  if (reading.kind === 'message') {
    line.append(byline(reading));
    const text = card ?? textElement(file ? firstLine(reading.text) : reading.text);
    // The page can cut a message off below: what warns stands above what it warns of.
    article.replaceChildren(...(words.tone === 'bad' ? [line, text] : [text, line]));
  } else {
    article.replaceChildren(line);
  }
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

function wordsOf(reading: Reading, replayed: boolean): StateWords {
  if (reading.kind === 'contact') return contactWords(reading);
  if (reading.kind === 'incomplete')
    return stateWords('incomplete', String(reading.have), String(reading.total));
  if (reading.kind === 'part') {
    return {
      tone: 'calm',
      icon: 'lock',
      words: t('reader_part', String(reading.index + 1), String(reading.total)),
    };
  }
  if (replayed) return stateWords('replayed');
  if (reading.kind === 'closed' && reading.own) return ownDamagedWords();
  const isOwn = reading.kind === 'message' && reading.state === 'verified' && reading.author?.self === true;
  return isOwn ? ownWords() : stateWords(reading.state);
}

function stateLine({ icon, words }: StateWords, seal: Seal | null): HTMLElement {
  const line = document.createElement('footer');
  const lead = document.createElement('span');
  lead.className = 'lead';
  if (seal) lead.append(sealElement(seal));
  const state = document.createElement('span');
  state.className = 'state';
  const label = document.createElement('span');
  label.textContent = words;
  state.append(iconElement(icon), label);
  lead.append(state);
  line.append(lead);
  return line;
}

/** Author and time. The time is the signature's, not the messenger's. */
function byline({ author, time, clockAhead, state }: MessageReading): HTMLElement {
  const pieces: HTMLElement[] = [];
  // A name in a certificate that nobody pinned is whatever its maker wrote there.
  if (author && state !== 'unknown-signer' && state !== 'unsigned') {
    const name = document.createElement('span');
    name.className = 'author';
    name.textContent = author.self ? t('reader_you') : personName(author.name);
    pieces.push(name);
  }
  if (time !== null && Math.abs(time) <= latest) {
    const element = document.createElement('time');
    const date = new Date(time);
    element.dateTime = date.toISOString();
    element.title = fullTime.format(date);
    element.textContent =
      date.toDateString() === new Date().toDateString() ? hour.format(date) : day.format(date);
    pieces.push(element);
  }
  if (clockAhead) {
    const ahead = document.createElement('span');
    ahead.textContent = t('reader_clockAhead');
    pieces.push(ahead);
  }
  const line = document.createElement('span');
  line.className = 'byline';
  // As text, and not made by the style sheet: what is copied or read aloud has its spaces too.
  line.append(...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [' · ', piece])));
  return line;
}

/** Largest time a Date can hold, in milliseconds. */
const latest = 8.64e15;

const hour = new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language(), {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const fullTime = new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeStyle: 'long' });

/** Its textContent is the message, byte for byte. */
function textElement(message: string): HTMLElement {
  const element = document.createElement('div');
  element.dataset['part'] = 'text';
  element.dir = 'auto';
  element.append(...textRuns(message).map(runNode));
  return element;
}

function runNode(run: Run): Node {
  if (run.kind === 'plain') return document.createTextNode(run.text);
  if (run.kind === 'code') {
    const code = document.createElement('code');
    code.textContent = run.text;
    return code;
  }
  const link = document.createElement('a');
  link.href = run.href;
  link.target = '_blank';
  link.rel = 'noreferrer noopener';
  link.textContent = run.text;
  return link;
}
