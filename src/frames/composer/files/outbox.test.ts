import { describe, expect, it, vi } from 'vitest';
import { readFileEnvelope } from '../../../protocol/file-envelope';
import type { FilesTaken } from '../../../protocol/files-taken';
import type { FromComposer } from '../../../protocol/port';

vi.mock('../../../platform/browser', () => ({ browser: {} }));
const { createOutbox } = await import('./outbox');

const ticket = '0123456789abcdef0123456789abcdef';
const made = { sealed: new Blob(['sealed']), container: 'seipd2' as const, key: 'ab'.repeat(32) };
const file = (name: string, size = 3) => {
  const one = new File(['abc'], name, { type: 'text/plain' });
  return size === 3 ? one : Object.defineProperty(one, 'size', { value: size });
};

function start(takes: FilesTaken = 'any', most: number | null = null) {
  const posted: FromComposer[] = [];
  const texts: string[] = [];
  const save = vi.fn();
  const seal = vi.fn(async () => made);
  const outbox = createOutbox({
    ask: (async (_: string, { text }: { text: string }) => {
      texts.push(text);
      return { ticket, parts: ['token'] };
    }) as never,
    post: (message) => posted.push(message),
    seal,
    save,
    onChange: () => {},
  });
  outbox.hear({ type: 'files', takes, most });
  /** Until something of this type was posted, the nth. */
  const next = (type: FromComposer['type'], nth = 0) =>
    vi.waitFor(() => {
      const found = posted.filter((message) => message.type === type)[nth];
      if (!found || !('ticket' in found)) throw new Error(`no ${type} yet`);
      return found;
    });
  const states = () =>
    outbox.files().map(({ state }) => (state.kind === 'failed' ? state.failure.code : state.kind));
  return { outbox, posted, texts, save, seal, next, states };
}

describe('createOutbox', () => {
  it('uploads a file under a name that says nothing, then sends the message that names it', async () => {
    const { outbox, texts, next } = start();
    outbox.add([file('secret plan.txt')]);
    const sending = outbox.send();
    const upload = await next('upload');
    expect(JSON.stringify(upload)).not.toContain('secret');
    expect(texts).toEqual([]);
    outbox.hear({ type: 'sent', ticket: upload.ticket });
    await next('send');
    outbox.hear({ type: 'sent', ticket });
    expect(await sending).toBe(true);
    expect(outbox.files()).toEqual([]);
    expect(readFileEnvelope(texts[0] ?? '')).toMatchObject({
      name: 'secret plan.txt',
      type: 'text/plain',
      size: 3,
      attachment: 'name' in upload ? upload.name : '',
      key: made.key,
    });
  });

  it('keeps what failed and all behind it, and goes on from there', async () => {
    const { outbox, posted, next, states, seal } = start();
    outbox.add([file('a'), file('b')]);
    const sending = outbox.send();
    const { ticket: first } = await next('upload');
    outbox.hear({ type: 'failed', ticket: first, failure: { code: 'site_file_refused', detail: '' } });
    expect(await sending).toBe(false);
    expect(states()).toEqual(['site_file_refused', 'waiting']);
    const again = outbox.send();
    const { ticket: second } = await next('upload', 1);
    outbox.hear({ type: 'sent', ticket: second });
    await next('send');
    outbox.hear({ type: 'failed', ticket, failure: { code: 'site_not_sent', detail: '' } });
    expect(await again).toBe(false);
    const third = outbox.send();
    await next('send', 1);
    // Uploaded already, so only the message about it is sent anew; and it was encrypted once.
    expect(posted.filter(({ type }) => type === 'upload')).toHaveLength(2);
    expect(seal).toHaveBeenCalledTimes(1);
    outbox.hear({ type: 'sent', ticket });
    const { ticket: last } = await next('upload', 2);
    outbox.remove(outbox.files()[0]?.id ?? 0);
    await third;
    expect(posted.at(-1)).toEqual({ type: 'cancelUpload', ticket: last });
    expect(outbox.files()).toEqual([]);
    expect(outbox.busy()).toBe(false);
  });

  it('says at once what cannot be sent', () => {
    for (const [takes, code] of [
      ['none', 'site_no_files'],
      ['unknown', 'site_files_unknown'],
      ['pictures', 'site_pictures_only'],
      ['listed', 'site_kinds_only'],
      ['not-here', 'panel_no_files'],
    ] as const) {
      const { outbox, states } = start(takes);
      outbox.add([file('a')]);
      expect(states()).toEqual([code]);
    }
    const { outbox, states } = start();
    outbox.add([file('huge', 2 ** 30)]);
    expect(states()).toEqual(['file_too_large']);
  });

  it('says what is larger than the site takes, at once or once it is encrypted', async () => {
    const large = start('any', 1_000_000);
    large.outbox.add([file('a', 1_000_001)]);
    expect(large.states()).toEqual(['site_file_too_large']);
    // Three bytes, which grow to six.
    const grown = start('any', 5);
    grown.outbox.add([file('a')]);
    expect(grown.states()).toEqual(['waiting']);
    expect(await grown.outbox.send()).toBe(false);
    expect(grown.states()).toEqual(['site_file_too_large']);
    expect(grown.posted).toEqual([]);
  });

  it('hands out the encrypted file, and then sends only the message that opens it', async () => {
    const { outbox, posted, save, next, states } = start('any');
    outbox.add([file('a')]);
    await outbox.saveSealed(outbox.files()[0]?.id ?? 0);
    expect(save).toHaveBeenCalledWith(made.sealed, expect.stringMatching(/^[a-z2-7]{10}\.bin$/));
    expect(states()).toEqual(['by-hand']);
    const sending = outbox.send();
    await next('send');
    outbox.hear({ type: 'sent', ticket });
    expect(await sending).toBe(true);
    expect(posted.some(({ type }) => type === 'upload')).toBe(false);
  });
});
