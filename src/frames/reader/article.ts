/** Builds the element of one message: its text alone in one element, and under it who wrote it, when, and its state. */
import { browser } from '../../platform/browser';
import { t } from '../../platform/i18n';
import type { MessageReading, ReaderState, Reading } from '../../protocol/reading';
import type { Seal } from '../../protocol/shapes';
import { iconElement } from '../icons';
import { personName } from '../person-name';
import { sealElement } from '../seal-mark';
import { textRuns, type Run } from './text-runs';
import { contactWords, stateName, stateWords, type StateWords } from './words';

/** Fills `article` anew from the reading. `replayed` is what the order of the list says. */
export function fillArticle(
  article: HTMLElement,
  id: number,
  reading: Reading,
  replayed: boolean,
  seal: Seal | null,
): void {
  const name = replayed && reading.kind === 'message' ? 'replayed' : stateName(reading);
  article.dataset['message'] = reading.kind === 'message' ? reading.digest : String(id);
  article.dataset['state'] = name;
  const words = wordsOf(reading, replayed);
  article.dataset['tone'] = words.tone;
  const line = stateLine(words, seal);
  if (reading.kind === 'message') {
    line.append(...byline(reading));
    article.replaceChildren(textElement(reading.text), line);
  } else {
    article.replaceChildren(line);
  }
}

function wordsOf(reading: Reading, replayed: boolean): StateWords {
  switch (reading.kind) {
    case 'message':
      return stateWords(replayed && isTrusted(reading.state) ? 'replayed' : reading.state);
    case 'closed':
      return stateWords(reading.state);
    case 'incomplete':
      return stateWords('incomplete', String(reading.have), String(reading.total));
    case 'part':
      return {
        tone: 'calm',
        icon: 'lock',
        words: t('reader_part', String(reading.index), String(reading.total)),
      };
    case 'contact':
      return contactWords(reading);
  }
}

/** Whether a message in this state says something reliable about order. */
export const isTrusted = (state: ReaderState) => state === 'verified' || state === 'pinned';

function stateLine({ icon, words }: StateWords, seal: Seal | null): HTMLElement {
  const line = document.createElement('footer');
  if (seal) line.append(sealElement(seal));
  const state = document.createElement('span');
  state.className = 'state';
  const label = document.createElement('span');
  label.textContent = words;
  state.append(iconElement(icon), label);
  line.append(state);
  return line;
}

/** Author and time. The time is the signature's, not the messenger's. */
function byline({ author, time, clockAhead }: MessageReading): HTMLElement[] {
  const pieces: HTMLElement[] = [];
  if (author) {
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
  return pieces;
}

/** Largest time a Date can hold, in milliseconds. */
const latest = 8.64e15;

const language = browser.i18n.getUILanguage();
const hour = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const fullTime = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' });

/** Its textContent is the message, byte for byte. */
function textElement(message: string): HTMLElement {
  const element = document.createElement('div');
  element.dataset['part'] = 'text';
  element.dir = 'auto';
  element.append(...textRuns(message).map(runNode));
  return element;
}

function runNode(run: Run): Node {
  switch (run.kind) {
    case 'plain':
      return document.createTextNode(run.text);
    case 'code': {
      const code = document.createElement('code');
      code.textContent = run.text;
      return code;
    }
    case 'link': {
      const link = document.createElement('a');
      link.href = run.href;
      link.target = '_blank';
      link.rel = 'noreferrer noopener';
      link.textContent = run.text;
      return link;
    }
  }
}
