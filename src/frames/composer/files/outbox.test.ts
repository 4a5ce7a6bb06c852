import { describe, expect, it, vi } from 'vitest';
import { readFileEnvelope } from '../../../protocol/file-envelope';
import type { FilesTaken } from '../../../protocol/files-taken';
import type { FromComposer } from '../../../protocol/port';
import type { Looked } from './picture/look-at-file';

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
  const seal = vi.fn<(file: Blob) => Promise<typeof made>>(async () => made);
  const look = vi.fn(async (): Promise<Looked> => ({ kind: 'nothing' }));
  const outbox = createOutbox({
    ask: (async (_: string, { text }: { text: string }) => {
      texts.push(text);
      return { ticket, parts: ['token'] };
    }) as never,
    post: (message) => posted.push(message),
    look,
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
  const first = () => outbox.files()[0] ?? expect.fail('no file');
  return { outbox, posted, texts, save, seal, look, next, states, first };
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

  it('says so when more files are added than go at once', () => {
    const { outbox, first } = start();
    outbox.add(Array.from({ length: 23 }, (_, at) => file(`${at}`)));
    expect([outbox.files().length, outbox.leftOut()]).toEqual([20, 3]);
    outbox.remove(first().id);
    outbox.add([file('one more')]);
    expect([outbox.files().length, outbox.leftOut()]).toEqual([20, 0]);
  });

  it('sends nothing that was cancelled while it was encrypted or uploaded', async () => {
    const { outbox, posted, texts, seal, next, first } = start();
    let sealed: (done: typeof made) => void = () => undefined;
    seal.mockImplementationOnce(() => new Promise((done) => (sealed = done)));
    outbox.add([file('a'), file('b')]);
    const sending = outbox.send();
    await vi.waitFor(() => expect(seal).toHaveBeenCalled());
    outbox.remove(first().id);
    sealed(made);
    const { ticket: second } = await next('upload');
    outbox.remove(first().id);
    expect(await sending).toBe(true);
    outbox.hear({ type: 'sent', ticket: second });
    expect(posted.map(({ type }) => type)).toEqual(['upload', 'cancelUpload']);
    expect(texts).toEqual([]);
  });

  it('does not take back a file whose message is on its way', async () => {
    const { outbox, posted, next, states, first } = start();
    outbox.add([file('a')]);
    const sending = outbox.send();
    outbox.hear({ type: 'sent', ticket: (await next('upload')).ticket });
    await next('send');
    outbox.remove(first().id);
    expect(states()).toEqual(['telling']);
    outbox.hear({ type: 'sent', ticket });
    expect(await sending).toBe(true);
    expect(posted.some(({ type }) => type === 'cancelUpload')).toBe(false);
  });
});

describe('a picture with details', () => {
  const without = new Blob(['ab']);
  const startWith = (looked: Looked) => {
    const started = start();
    started.look.mockResolvedValue(looked);
    started.outbox.add([file('a.jpg')]);
    return started;
  };

  it('is sent without them, and its message says how long that is', async () => {
    const { outbox, texts, seal, next, first } = startWith({ kind: 'details', without });
    expect(first().details).toBe('looking');
    await vi.waitFor(() => expect(first().details).toBe('removed'));
    const sending = outbox.send();
    outbox.hear({ type: 'sent', ticket: (await next('upload')).ticket });
    await next('send');
    outbox.hear({ type: 'sent', ticket });
    await sending;
    expect(seal.mock.calls[0]?.[0]).toBe(without);
    expect(readFileEnvelope(texts[0] ?? '')).toMatchObject({ name: 'a.jpg', size: 2 });
  });

  it('is sent as it is where the person wants that, also at the second try', async () => {
    const { outbox, seal, next, first } = startWith({ kind: 'details', without });
    await vi.waitFor(() => expect(first().open).toBe(true));
    const sending = outbox.send();
    const { ticket: refused } = await next('upload');
    expect(first().open).toBe(false);
    outbox.sendAsItIs(first().id, true);
    outbox.hear({ type: 'failed', ticket: refused, failure: { code: 'site_file_refused', detail: '' } });
    await sending;
    outbox.sendAsItIs(first().id, true);
    expect(first().details).toBe('kept');
    void outbox.send();
    await next('upload', 1);
    expect(seal.mock.calls.map(([sent]) => sent)).toEqual([without, first().file]);
  });

  it.each(['malformed', 'unknown', 'nothing'] as const)('is sent as it is if it is %s', async (kind) => {
    const { outbox, seal, next, first } = startWith({ kind });
    void outbox.send();
    await next('upload');
    expect(first().details).toBe(kind);
    expect(seal.mock.calls[0]?.[0]).toBe(first().file);
  });

  it('is not sent as long as nobody could look into it', async () => {
    const { outbox, look, next, seal, states } = start();
    look.mockRejectedValue(new DOMException('', 'NotReadableError'));
    outbox.add([file('a.jpg')]);
    expect(await outbox.send()).toBe(false);
    expect(states()).toEqual(['file_unreadable']);
    expect(seal).not.toHaveBeenCalled();
    look.mockResolvedValue({ kind: 'details', without });
    void outbox.send();
    await next('upload');
    expect(seal.mock.calls[0]?.[0]).toBe(without);
  });

  it('is looked into one at a time', async () => {
    const { outbox, look } = start();
    let open = 0;
    let at = 0;
    look.mockImplementation(async () => {
      open += 1;
      at = Math.max(at, open);
      await Promise.resolve();
      open -= 1;
      return { kind: 'nothing' };
    });
    outbox.add([file('a'), file('b'), file('c')]);
    await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(3));
    expect(at).toBe(1);
  });
});
