import { expect, it, vi } from 'vitest';
import { SottoError } from '../../protocol/errors';
import type { FromPrompt, ToPrompt } from '../../protocol/port';

vi.mock('../../platform/browser', () => ({ browser: {} }));
const { createPromptModel } = await import('./model');

const look = {
  fontFamily: 'Arial',
  fontSize: 15,
  lineHeight: 20,
  color: 'rgb(0, 0, 0)',
  background: 'rgb(255, 255, 255)',
  dark: false,
  rightToLeft: false,
};
const show: ToPrompt = { type: 'show', wire: 'W', look, width: 300 };

function start(reading: object, parts: string[] = ['answer']) {
  const posted: FromPrompt[] = [];
  const ask = vi.fn(async (name: string) =>
    name === 'prompt.look' ? { reading, previous: null } : { parts },
  );
  const model = createPromptModel({
    ask,
    post: (message) => posted.push(message),
    onChange: () => {},
  });
  return {
    model,
    posted,
    ask,
    accepts: () => ask.mock.calls.filter(([name]) => name === 'prompt.accept').length,
  };
}
const invitation = { kind: 'contact', status: 'decide', name: 'Alice', fingerprint: 'a'.repeat(40) };
const ticketOf = (message: FromPrompt | undefined) => (message?.type === 'send' ? message.ticket : '');

it('accepts once, and sends an answer that did not get out again without accepting again', async () => {
  const { model, posted, ask, accepts } = start(invitation);
  model.hear(show);
  await vi.waitFor(() => expect(model.state().phase.kind).toBe('asking'));
  await Promise.all([model.accept(), model.accept()]);
  expect(accepts()).toBe(1);
  expect(ask).toHaveBeenLastCalledWith('prompt.accept', {
    wire: 'W',
    fingerprint: invitation.fingerprint,
    previous: null,
  });
  model.hear({ type: 'failed', ticket: ticketOf(posted[0]), failure: { code: 'site_refused', detail: '' } });
  expect(model.state().phase.kind).toBe('unanswered');
  await model.refresh();
  model.retry();
  expect(accepts()).toBe(1);
  model.hear({ type: 'sent', ticket: ticketOf(posted[0]) });
  expect(model.state().phase.kind).toBe('answering');
  model.hear({ type: 'sent', ticket: ticketOf(posted[1]) });
  expect(posted.slice(2).map(({ type }) => type)).toEqual(['refresh', 'done']);
});

it('is done at once where no answer is due', async () => {
  const { model, posted } = start(invitation, []);
  model.hear(show);
  await vi.waitFor(() => expect(model.state().phase.kind).toBe('asking'));
  await model.accept();
  expect(posted.map(({ type }) => type)).toEqual(['refresh', 'done']);
});

it('gives way when there is nothing left to decide, and says what cannot be read', async () => {
  const decided = start({ ...invitation, status: 'accepted' });
  decided.model.hear(show);
  await vi.waitFor(() => expect(decided.posted).toEqual([{ type: 'done' }]));
  const damaged = start({ kind: 'closed', state: 'damaged' });
  damaged.model.hear(show);
  await vi.waitFor(() =>
    expect(damaged.model.state().phase).toMatchObject({ failure: { code: 'bad_data' } }),
  );
});

it('keeps the card when the core refuses', async () => {
  const { model, ask } = start(invitation);
  model.hear(show);
  await vi.waitFor(() => expect(model.state().phase.kind).toBe('asking'));
  ask.mockRejectedValueOnce(new SottoError('storage_failed'));
  await model.accept();
  expect(model.state().phase).toMatchObject({ kind: 'failed', failure: { code: 'storage_failed' } });
});
