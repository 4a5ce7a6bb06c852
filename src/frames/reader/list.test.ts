// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromReader, Place, ToReader } from '../../protocol/port';
import type { Reading } from '../../protocol/reading';
import { SottoError } from '../../protocol/errors';

vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key } },
}));
const { createReaderList } = await import('./list');

const looks: Extract<ToReader, { type: 'places' }>['looks'] = [
  {
    fontFamily: 'Arial',
    fontSize: 15,
    lineHeight: 20,
    color: 'rgb(0, 0, 0)',
    background: 'rgb(255, 255, 255)',
    dark: false,
    rightToLeft: false,
  },
];
const author = { name: 'Bob', fingerprint: 'a'.repeat(40), self: false };
const message = (text: string, sequence: number): Reading => ({
  kind: 'message',
  state: 'pinned',
  text,
  author,
  time: 0,
  digest: `digest ${sequence}`,
  position: { device: 'd', sequence, edit: false },
  clockAhead: false,
});
const place = (id: number, more: Partial<Place> = {}): Place => ({
  id,
  x: 0,
  y: id * 40,
  width: 200,
  look: 0,
  near: true,
  ...more,
});

const files = {
  cardFor: (_: number, { name }: { name: string }) =>
    Object.assign(document.createElement('b'), { textContent: name }),
  drop: vi.fn(),
};

function start() {
  const readings = new Map<string, Reading>();
  const batches: number[][] = [];
  const posted: FromReader[] = [];
  const core = { fail: null as SottoError | null };
  const ask = async (_name: string, { items }: { items: { id: number; wire: string }[] }) => {
    batches.push(items.map(({ id }) => id));
    if (core.fail) throw core.fail;
    const closed: Reading = { kind: 'closed', state: 'damaged' };
    return { items: items.map(({ id, wire }) => ({ id, reading: readings.get(wire) ?? closed })) };
  };
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const list = createReaderList({
    ask: ask as never,
    post: (sent) => posted.push(sent),
    root,
    seal: null,
    files,
  });
  const show = (...places: Place[]) => list.place({ type: 'places', looks, places });
  const texts = () => [...root.querySelectorAll('[data-part=text]')].map(({ textContent }) => textContent);
  const states = () => [...root.querySelectorAll('article')].map(({ dataset }) => dataset['state']);
  return { readings, batches, posted, core, list, show, root, texts, states };
}

describe('createReaderList', () => {
  let reader: ReturnType<typeof start>;
  beforeEach(() => {
    reader = start();
    for (let index = 0; index < 200; index += 1)
      reader.readings.set(`w${index}`, message(`text ${index}`, index));
  });

  it('shows each text byte for byte, in the order of the list', async () => {
    const odd = 'a <b>&amp;\u202e \0\r\n\thttps://a.org 🙂';
    reader.readings.set('odd', message(odd, 500));
    reader.show(place(7, { wire: 'odd' }));
    await vi.waitFor(() => expect(reader.texts()).toEqual([odd]));
    reader.show(place(3, { wire: 'w1' }), place(7), place(9, { wire: 'w501' }));
    await vi.waitFor(() => expect(reader.states()).toHaveLength(3));
    expect(reader.texts()).toEqual(['text 1', odd]);
    expect(reader.states()).toEqual(['pinned', 'pinned', 'damaged']);
  });

  it('asks in batches of 50 for what is near only, and keeps no text of what is far', async () => {
    const all = Array.from({ length: 200 }, (_, id) => place(id, { wire: `w${id}`, near: id < 120 }));
    reader.show(...all);
    await vi.waitFor(() => expect(reader.texts()).toHaveLength(120));
    expect(reader.batches.map((batch) => batch.length)).toEqual([50, 50, 20]);
    reader.show(...all.map((entry) => ({ ...entry, near: entry.id >= 195 })));
    await vi.waitFor(() => expect(reader.texts()).toHaveLength(5));
    expect(document.body.textContent).not.toContain('text 7');
  });

  it('asks for ciphertext that it never had, and remembers that of rows that come back', async () => {
    reader.show(place(1), place(2, { wire: 'w2' }));
    expect(reader.posted).toContainEqual({ type: 'need', ids: [1] });
    await vi.waitFor(() => expect(reader.texts()).toEqual(['text 2']));
    reader.show();
    expect(reader.texts()).toEqual([]);
    reader.show(place(2));
    await vi.waitFor(() => expect(reader.texts()).toEqual(['text 2']));
  });

  it('asks for far parts of a message that is incomplete, once, and shows none of them', async () => {
    const part = (index: string, id = 'abcdefghijk') => `QzSotto1m${id}${index}03000C${'x'.repeat(40)}`;
    reader.readings.set(part('00'), { kind: 'incomplete', state: 'incomplete', have: 1, total: 3 });
    reader.show(
      place(1, { wire: part('00') }),
      place(2, { wire: part('01'), near: false }),
      place(3, { wire: part('02'), near: false }),
      place(4, { wire: part('01', 'another-one'), near: false }),
    );
    await vi.waitFor(() => expect(reader.batches.flat()).toEqual(expect.arrayContaining([1, 2, 3])));
    await new Promise((settled) => setTimeout(settled));
    expect(reader.batches.flat().filter((id) => id > 1)).toEqual([2, 3]);
    expect(reader.states()).toEqual(['incomplete']);
  });

  it('never shows the old text under an edited ciphertext', async () => {
    reader.show(place(1, { wire: 'w1' }));
    await vi.waitFor(() => expect(reader.texts()).toEqual(['text 1']));
    reader.show(place(1, { wire: 'w2' }));
    expect(reader.texts()).toEqual([]);
    await vi.waitFor(() => expect(reader.texts()).toEqual(['text 2']));
  });

  it('marks the later of two copies as replayed, and takes it back when the first goes', async () => {
    reader.show(place(1, { wire: 'w5' }), place(2, { wire: 'w5' }));
    await vi.waitFor(() => expect(reader.states()).toEqual(['pinned', 'replayed']));
    reader.show(place(2));
    expect(reader.states()).toEqual(['pinned']);
  });

  it('asks again for incomplete messages when others came, and ends', async () => {
    reader.readings.set('part', { kind: 'incomplete', state: 'incomplete', have: 1, total: 2 });
    reader.show(place(1, { wire: 'part' }));
    await vi.waitFor(() => expect(reader.states()).toEqual(['incomplete']));
    reader.readings.set('part', message('whole', 900));
    reader.show(place(1), place(2, { wire: 'w2' }));
    await vi.waitFor(() => expect(reader.texts()).toContain('whole'));
    expect(reader.batches.length).toBeLessThan(5);
  });

  it('takes every text away when the core turns out to be locked', async () => {
    reader.show(place(1, { wire: 'w1' }));
    await vi.waitFor(() => expect(reader.texts()).toEqual(['text 1']));
    reader.core.fail = new SottoError('locked');
    reader.list.reread();
    await vi.waitFor(() => expect(reader.states()).toEqual(['locked']));
    expect(reader.texts()).toEqual([]);
  });

  it('puts the words above the text where they warn of it, and below it where all is well', async () => {
    const odd = message('odd', 700);
    reader.readings.set('odd', odd.kind === 'message' ? { ...odd, state: 'wrong-chat' } : odd);
    reader.show(place(1, { wire: 'w1' }), place(2, { wire: 'odd' }));
    await vi.waitFor(() => expect(reader.texts()).toHaveLength(2));
    const [good, bad] = [...reader.root.querySelectorAll('article')];
    expect(good?.firstElementChild?.matches('[data-part=text]')).toBe(true);
    expect(bad?.firstElementChild?.textContent).toContain('reader_wrongChat');
    expect(bad?.lastElementChild?.matches('[data-part=text]')).toBe(true);
  });

  it('measures a message drawn at many widths three times only, and lets the others scroll', async () => {
    const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const height = vi.fn(() => 40);
    measured.mockImplementation(() => new DOMRect(0, 0, 100, height()));
    const many = Array.from({ length: 10 }, (_, id) => place(id, { wire: 'w1', width: 200 + id }));
    reader.show(...many);
    await vi.waitFor(() => expect(reader.texts()).toHaveLength(10));
    expect(height).toHaveBeenCalledTimes(3);
    const told = reader.posted.flatMap((sent) => (sent.type === 'sizes' ? sent.sizes : []));
    expect(told.map(({ height: given }) => given)).toEqual(Array(10).fill(40));
    const scrolling = [...reader.root.querySelectorAll('article')].filter(
      ({ style }) => style.maxHeight === '40px' && style.overflow === 'auto',
    );
    expect(scrolling).toHaveLength(7);
    // As wide as the place that the page gives them, or the ends of their lines could not be reached.
    const widths = new Set(told.map(({ width }) => `${width}px`));
    expect(scrolling.filter(({ style }) => !widths.has(style.maxWidth))).toEqual([]);
    reader.show(...many.map((one) => ({ ...one, y: 500 })));
    expect(scrolling.filter(({ style }) => !widths.has(style.maxWidth))).toEqual([]);
    measured.mockRestore();
  });

  it('asks for a prompt frame where something is to be decided', async () => {
    reader.readings.set('card', { kind: 'contact', status: 'decide', name: 'Bob', fingerprint: null });
    reader.show(place(1, { wire: 'card' }));
    await vi.waitFor(() => expect(reader.posted).toHaveLength(1));
    expect(reader.posted[0]).toMatchObject({ type: 'sizes', sizes: [{ id: 1, kind: 'prompt' }] });
  });
});
