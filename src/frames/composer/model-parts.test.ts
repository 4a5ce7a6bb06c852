import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../platform/browser', () => ({ browser: {} }));
const { startModel: start, ticket } = await import('./testing/start-model');

describe('a message of many parts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is counted while somebody types, by its length alone', async () => {
    const { model, core, asked } = start({}, '', 1000);
    await model.refresh();
    core.size = { characters: 2800, parts: 3 };
    model.typed('naïve');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toContainEqual(['composer.measure', { bytes: 6 }]);
    expect(model.state().size).toEqual(core.size);
  });

  it('is asked about above eight parts, and sent on the second Enter', async () => {
    const { model, core, posted } = start({}, '', 1000);
    await model.refresh();
    core.size = { characters: 8900, parts: 9 };
    model.typed('long');
    await model.send();
    expect([model.state().notice, posted.length]).toEqual(['many-parts', 0]);
    core.size = { characters: 9900, parts: 10 };
    await model.send();
    expect([model.state().notice, posted.length]).toEqual(['many-parts', 0]);
    await model.send();
    expect(posted).toHaveLength(1);
  });

  it('is refused above sixty-four parts, with the text kept', async () => {
    const { model, core, posted } = start({}, '', 1000);
    await model.refresh();
    core.size = { characters: 99_000, parts: 65 };
    model.typed('endless');
    await model.send();
    await model.send();
    expect([model.state().notice, posted.length, model.text()]).toEqual(['too-many-parts', 0, 'endless']);
  });

  it('goes on with the part that failed, and not with those that were sent', async () => {
    const { model, posted, names } = start();
    await model.refresh();
    model.typed('two parts');
    await model.send();
    model.hear({ type: 'progress', ticket, part: 2, total: 2 });
    model.hear({ type: 'failed', ticket, failure: { code: 'site_not_sent', detail: '' } });
    await model.send();
    expect(posted).toEqual([
      { type: 'send', ticket, parts: ['one', 'two'] },
      { type: 'send', ticket, parts: ['two'] },
    ]);
    model.hear({ type: 'progress', ticket, part: 1, total: 1 });
    expect(model.state().delivery).toMatchObject({ kind: 'sending', part: 2, total: 2 });
    model.hear({ type: 'sent', ticket });
    expect([model.text(), names().filter((name) => name === 'composer.encrypt').length]).toEqual(['', 1]);
  });

  it('is encrypted anew when the text or the readers are others by now', async () => {
    const { model, core, posted } = start();
    await model.refresh();
    const stop = async () => {
      await model.send();
      model.hear({ type: 'progress', ticket, part: 2, total: 2 });
      model.hear({ type: 'failed', ticket, failure: { code: 'site_not_sent', detail: '' } });
    };
    model.typed('first');
    await stop();
    model.typed('second');
    await stop();
    core.chat = { ...core.chat, members: [{ contact: 'a' } as never] };
    await model.refresh();
    await model.send();
    expect(posted.map((message) => message.type === 'send' && message.parts)).toEqual(
      Array.from({ length: 3 }, () => ['one', 'two']),
    );
  });
});

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
