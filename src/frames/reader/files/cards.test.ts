// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { FileEnvelope } from '../../../protocol/file-envelope';
import type { FromReader } from '../../../protocol/port';
import type { Source } from '../../files/source';

const openFile = vi.fn<(sealed: Source, ...more: unknown[]) => Promise<Blob>>();
vi.mock('../../../platform/browser', () => ({ browser: {} }));
vi.mock('../../../platform/i18n', () => ({ t: (key: string) => key, language: () => 'en' }));
vi.mock('../../files/core-file', () => ({ openFile }));
const { createFileCards } = await import('./cards');

const envelope: FileEnvelope = {
  name: 'a.txt',
  type: 'text/plain',
  size: 3,
  attachment: 'abcdefghij.bin',
  container: 'seipd2',
  key: 'ab'.repeat(32),
};
const author = 'a'.repeat(64);

function start() {
  const posted: FromReader[] = [];
  const cards = createFileCards((message) => posted.push(message));
  const card = cards.cardFor(1, envelope, author);
  const press = (label: string) => {
    const button = [...card.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    const event = new MouseEvent('click');
    Object.defineProperty(event, 'isTrusted', { value: true });
    button?.dispatchEvent(event);
  };
  const state = () => card.dataset['fileState'];
  return { cards, card, posted, press, state };
}

beforeEach(() => {
  openFile.mockReset();
  // Takes all there is, as the core does.
  openFile.mockImplementation(async (sealed) => {
    while (await sealed());
    return new Blob(['abc']);
  });
});

it('asks for one piece after another, and shows the file once all of it was opened', async () => {
  const { cards, card, posted, press, state } = start();
  press('files_show');
  const [first] = posted;
  if (first?.type !== 'fetch') throw new Error('nothing asked for');
  expect(first.name).toBe(envelope.attachment);
  cards.hear({ type: 'filePiece', ticket: first.ticket, data: new ArrayBuffer(8) });
  await vi.waitFor(() => expect(posted).toHaveLength(2));
  expect(posted[1]).toEqual(first);
  expect(state()).toBe('busy');
  cards.hear({ type: 'fileEnd', ticket: first.ticket });
  await vi.waitFor(() => expect(state()).toBe('shown'));
  expect(card.querySelector('pre')?.textContent).toBe('abc');
  expect(posted).toHaveLength(2);
});

it('stops the loading when the person does, when Sotto is locked and when the core refuses the file', async () => {
  for (const stop of ['cancel', 'drop', 'refuse'] as const) {
    const { cards, posted, press, state } = start();
    if (stop === 'refuse')
      openFile.mockImplementation(async (sealed) => {
        await sealed();
        throw new Error('damaged');
      });
    press('files_save');
    await vi.waitFor(() => expect(posted).toHaveLength(1));
    const [first] = posted;
    if (first?.type !== 'fetch') throw new Error('nothing asked for');
    if (stop === 'cancel') press('files_stop');
    else if (stop === 'drop') cards.drop(1);
    else cards.hear({ type: 'filePiece', ticket: first.ticket, data: new ArrayBuffer(8) });
    await vi.waitFor(() => expect(posted.at(-1)).toEqual({ type: 'fetchEnd', ticket: first.ticket }));
    await vi.waitFor(() => expect(state()).toBe(stop === 'refuse' ? 'failed' : 'closed'));
  }
});

it('shows nothing of a file that came after it was let go', async () => {
  const { cards, card, press, state } = start();
  let give: (file: Blob) => void = () => undefined;
  const text = new Blob(['abc']);
  let read: (bytes: ArrayBuffer) => void = () => undefined;
  const slice = vi.spyOn(text, 'slice').mockReturnValue({
    arrayBuffer: () => new Promise((done) => (read = done)),
  } as never);
  openFile.mockReturnValue(new Promise((done) => (give = done)));
  press('files_show');
  give(text);
  await vi.waitFor(() => expect(slice).toHaveBeenCalled());
  cards.drop(1);
  read(new ArrayBuffer(3));
  await new Promise((done) => setTimeout(done));
  expect(state()).toBe('closed');
  expect(card.querySelector('pre')).toBeNull();
});

it('makes another card when the message names another file, or is somebody else’s', () => {
  const { cards, card } = start();
  expect(cards.cardFor(1, { ...envelope }, author)).toBe(card);
  const others = cards.cardFor(1, envelope, 'b'.repeat(64));
  expect(others).not.toBe(card);
  expect(cards.cardFor(1, { ...envelope, attachment: 'jihgfedcba.bin' }, 'b'.repeat(64))).not.toBe(others);
});

it.each([
  'text/html',
  'image/svg+xml',
  'application/pdf',
  'application/xhtml+xml',
  'text/xml',
  'multipart/x',
  '',
])('offers only to save %s', (type) => {
  const cards = createFileCards(() => undefined);
  const labels = [...cards.cardFor(2, { ...envelope, type }, author).querySelectorAll('button')];
  expect(labels.map(({ textContent }) => textContent)).toEqual(['files_save']);
});
