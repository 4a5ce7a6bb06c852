import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../platform/browser', () => ({ browser: {} }));
const { startModel: start, ticket } = await import('./testing/start-model');

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
    core.chat = { ...core.chat, locked: false };
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
