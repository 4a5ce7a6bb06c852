import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatState } from '../../protocol/core';
import { SottoError } from '../../protocol/errors';
import type { FromComposer } from '../../protocol/port';

vi.mock('../../platform/browser', () => ({ browser: {} }));
const { createModel } = await import('./model');

const ticket = '0123456789abcdef0123456789abcdef';
const chat: ChatState = {
  conversation: { site: 'demo', chat: '1' },
  title: 'Bob',
  mode: 'on',
  locked: false,
  hasIdentity: true,
  members: [],
  olderContainer: false,
};

type Core = { chat: ChatState; draft: string; fails: Set<string> };

function start(over: Partial<ChatState> = {}, draft = '') {
  const core: Core = { chat: { ...chat, ...over }, draft, fails: new Set() };
  const asked: [string, unknown][] = [];
  const posted: FromComposer[] = [];
  const texts: string[] = [];
  const ask = vi.fn(async (name: string, body: { text?: string }) => {
    asked.push([name, body]);
    if (core.fails.has(name)) throw new SottoError('locked');
    if (name === 'composer.look') return { chat: core.chat, draft: core.draft };
    if (name === 'composer.encrypt') return { ticket, parts: ['one', 'two'] };
    if (name === 'composer.saveDraft') core.draft = body.text ?? '';
    if (name === 'composer.invite') return { parts: ['invitation'] };
    return {};
  });
  const seen = { now: true, alive: true };
  const model = createModel({
    ask: ask as never,
    isAlive: () => seen.alive,
    post: (message) => posted.push(message),
    isSeen: async () => seen.now,
    onChange: () => {},
    onText: (text) => texts.push(text),
    onFocus: () => {},
  });
  return { core, asked, posted, texts, seen, model, names: () => asked.map(([name]) => name) };
}

describe('a lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes the text out of the frame, and brings it back from the core', async () => {
    const { model, core, texts } = start();
    await model.refresh();
    model.typed('kept by the core');
    await vi.advanceTimersByTimeAsync(400);
    core.chat = { ...core.chat, locked: true };
    await model.refresh();
    expect([model.text(), texts.at(-1)]).toEqual(['', '']);
    core.chat = { ...core.chat, locked: false };
    await model.refresh();
    expect([model.text(), texts.at(-1)]).toEqual(['kept by the core', 'kept by the core']);
  });

  it('loses nothing that the core could not take any more', async () => {
    const { model, core } = start({}, 'older');
    await model.refresh();
    model.typed('older and newer');
    core.fails.add('composer.saveDraft');
    core.chat = { ...core.chat, locked: true };
    await model.refresh();
    await model.refresh();
    await vi.advanceTimersByTimeAsync(400);
    expect(model.text()).toBe('');
    core.fails.clear();
    core.chat = { ...core.chat, locked: false };
    await model.refresh();
    expect(model.text()).toBe('older and newer');
    await vi.advanceTimersByTimeAsync(400);
    expect(core.draft).toBe('older and newer');
  });

  it('while a message is on its way brings back nothing once it was sent', async () => {
    const { model, core } = start();
    await model.refresh();
    model.typed('sent meanwhile');
    await vi.advanceTimersByTimeAsync(400);
    await model.send();
    core.chat = { ...core.chat, locked: true };
    core.fails.add('composer.saveDraft');
    await model.refresh();
    model.hear({ type: 'sent', ticket });
    core.fails.clear();
    core.chat = { ...core.chat, locked: false };
    await model.refresh();
    await vi.advanceTimersByTimeAsync(400);
    expect([model.text(), core.draft]).toEqual(['', '']);
  });
});

describe('createModel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps the text until the message was seen in the list, then empties and says so to the core', async () => {
    const { model, posted, asked } = start();
    await model.refresh();
    model.typed('Hello');
    await model.send();
    expect(posted).toEqual([{ type: 'send', ticket, parts: ['one', 'two'] }]);
    model.hear({ type: 'progress', ticket, part: 2, total: 2 });
    expect(model.text()).toBe('Hello');
    model.hear({ type: 'sent', ticket: ticket.replaceAll('0', 'f') });
    expect(model.text()).toBe('Hello');
    model.hear({ type: 'sent', ticket });
    expect(model.text()).toBe('');
    expect(asked.at(-1)).toEqual(['composer.sent', { ticket }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked.at(-1)).toEqual(['composer.sent', { ticket }]);
    expect(model.state().delivery.kind).toBe('ready');
  });

  it('keeps the text and offers to try again after a failure of the site, the core, or silence', async () => {
    const { model, core } = start();
    await model.refresh();
    model.typed('Hello');
    await model.send();
    model.hear({ type: 'failed', ticket, failure: { code: 'site_refused', detail: '' } });
    expect(model.state().delivery).toMatchObject({ kind: 'failed', failure: { code: 'site_refused' } });
    core.fails.add('composer.encrypt');
    await model.send();
    expect(model.state().delivery).toMatchObject({ kind: 'failed', failure: { code: 'locked' } });
    core.fails.clear();
    await model.send();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(model.state().delivery).toMatchObject({ kind: 'failed', failure: { code: 'site_not_sent' } });
    expect(model.text()).toBe('Hello');
  });

  it('encrypts nothing while waiting, blocked, locked, hidden or empty', async () => {
    for (const over of [{ mode: 'inviting' }, { mode: 'blocked' }, { locked: true }] as const) {
      const { model, names } = start(over);
      await model.refresh();
      model.typed('Hello');
      await model.send();
      expect(names()).not.toContain('composer.encrypt');
    }
    const { model, names, seen } = start();
    await model.refresh();
    model.typed(' \n');
    await model.send();
    model.typed('Hello');
    seen.now = false;
    await model.send();
    expect(names()).not.toContain('composer.encrypt');
    expect(model.state().notice).toBe('hidden');
  });

  it('needs Enter twice after the focus was taken', async () => {
    const { model, names } = start();
    await model.refresh();
    model.typed('Hello');
    model.focusTaken();
    model.typed('Hello you');
    await model.send();
    expect(names()).not.toContain('composer.encrypt');
    await model.send();
    expect(names()).toContain('composer.encrypt');
  });

  it('needs Enter twice after the content script saw a theft, also one that comes before the second Enter', async () => {
    const { model, names } = start();
    await model.refresh();
    model.typed('Hello');
    model.hear({ type: 'stolen' });
    await model.send();
    expect(model.state().notice).toBe('confirm');
    model.hear({ type: 'stolen' });
    await model.send();
    expect(names()).not.toContain('composer.encrypt');
    await model.send();
    expect(names()).toContain('composer.encrypt');
  });

  it('takes back that the focus was taken, but not what was said before', async () => {
    const { model } = start();
    await model.refresh();
    model.typed('Hello');
    expect(model.focusTaken()).toBe(true);
    expect(model.focusTaken()).toBe(false);
    model.notTaken();
    expect(model.state().notice).toBe('none');
    model.focusTaken();
    await model.send();
    expect(model.focusTaken()).toBe(false);
  });

  it('says nothing of thefts while locked', async () => {
    const { model } = start({ locked: true });
    await model.refresh();
    model.hear({ type: 'stolen' });
    expect(model.state().notice).toBe('none');
  });

  it('puts text of the messenger into the draft only when asked to, and never into one that is begun', async () => {
    const { model, core, names } = start({}, 'stored');
    await model.refresh();
    model.hear({ type: 'adopt', text: 'Not so: ' });
    model.hear({ type: 'adopt', text: 'another' });
    expect(model.text()).toBe('stored');
    expect(model.state().offer).toBe('Not so:');
    model.takeOffer();
    expect(model.text()).toBe('stored');
    model.typed('');
    await model.send();
    expect(names()).not.toContain('composer.encrypt');
    model.takeOffer();
    expect(model.text()).toBe('Not so:');
    expect(model.state().offer).toBe('');
    await vi.advanceTimersByTimeAsync(1000);
    expect(core.draft).toBe('Not so:');
  });

  it('keeps the stored draft of a locked chat apart from what is offered, and drops an offer that is refused', async () => {
    const { model, core, names } = start({ locked: true }, 'stored');
    await model.refresh();
    model.hear({ type: 'adopt', text: 'begun' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(names()).not.toContain('composer.saveDraft');
    core.chat = chat;
    await model.refresh();
    expect(model.text()).toBe('stored');
    model.dropOffer();
    expect(model.state().offer).toBe('');
    expect(model.text()).toBe('stored');
  });

  it('keeps the text and asks nothing more once the extension it came with is gone', async () => {
    const { model, names, seen } = start();
    await model.refresh();
    model.typed('Hello');
    expect(model.state().orphaned).toBe(false);
    seen.alive = false;
    await model.send();
    expect(names()).not.toContain('composer.encrypt');
    seen.alive = true;
    expect(model.state().orphaned).toBe(false);
    seen.alive = false;
    expect(model.state().orphaned).toBe(true);
    seen.alive = true;
    expect(model.state().orphaned).toBe(true);
    expect(model.text()).toBe('Hello');
  });

  it('sends a failed invitation again without making another', async () => {
    const { model, names, posted } = start({ mode: 'off' });
    await model.refresh();
    await model.invite();
    const [first] = posted;
    if (first?.type !== 'send') throw new Error('nothing sent');
    model.hear({ type: 'failed', ticket: first.ticket, failure: { code: 'site_not_sent', detail: '' } });
    model.retry();
    expect(posted).toHaveLength(2);
    expect(posted[1]).toMatchObject({ parts: ['invitation'] });
    expect(names().filter((name) => name === 'composer.invite')).toHaveLength(1);
    expect(names()).not.toContain('composer.sent');
  });
});
