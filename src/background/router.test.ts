import { describe, expect, it, vi } from 'vitest';
import { coreRequests } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import { collectHandlers, createRouter, type Handlers } from './router';
import type { Sender } from './sender';

const page: Sender = { kind: 'page', tab: null };
const frame: Sender = { kind: 'frame', tab: 1, document: 'd', page: 'composer' };
const content: Sender = {
  kind: 'content',
  tab: 1,
  frame: 0,
  document: 'd',
  url: new URL('https://chat.example/'),
};

const handled = vi.fn(async (): Promise<unknown> => ({}));
const all = Object.fromEntries(
  Object.keys(coreRequests).map((name) => [name, handled]),
) as unknown as Handlers;
const refused = { ok: false, error: { code: 'bad_request', detail: '' } };

function route(message: unknown, sender: Sender | null, handlers: Partial<Handlers> = {}) {
  handled.mockClear();
  return createRouter(collectHandlers({ ...all, ...handlers }), async () => undefined)(message, sender);
}

describe('the router', () => {
  it('lets a request through that fits', async () => {
    expect(await route({ name: 'vault.lock', body: {} }, page)).toEqual({ ok: true, body: {} });
    expect(handled).toHaveBeenCalledOnce();
  });

  it.each([
    ['no object', 'vault.lock'],
    ['nothing', undefined],
    ['an unknown field beside the envelope', { name: 'vault.lock', body: {}, sender: { kind: 'page' } }],
    ['an unknown field in the body', { name: 'vault.lock', body: { force: true } }],
    ['a missing field', { name: 'vault.unlock', body: {} }],
    ['another type', { name: 'vault.unlock', body: { passphrase: 1 } }],
    ['an unknown name', { name: 'vault.dump', body: {} }],
    ...['toString', 'constructor', '__proto__', 'hasOwnProperty'].map((name): [string, unknown] => [
      name,
      { name, body: {} },
    ]),
  ] as [string, unknown][])('refuses %s', async (_, message) => {
    expect(await route(message, page)).toEqual(refused);
    expect(handled).not.toHaveBeenCalled();
  });

  it.each(Object.entries(coreRequests))('refuses %s from whoever may not ask it', async (name, entry) => {
    const allowed: readonly string[] = entry.from;
    for (const sender of [page, frame, content].filter(({ kind }) => !allowed.includes(kind))) {
      expect(await route({ name, body: {} }, sender)).toEqual(refused);
    }
    expect(await route({ name, body: {} }, null)).toEqual(refused);
    expect(handled).not.toHaveBeenCalled();
  });

  it('answers with the code of an expected failure', async () => {
    const failing = async () => {
      throw new SottoError('try_later', '4');
    };
    expect(await route({ name: 'vault.lock', body: {} }, page, { 'vault.lock': failing })).toEqual({
      ok: false,
      error: { code: 'try_later', detail: '4' },
    });
  });

  it('says nothing about a defect across the zone', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const defect = () => {
      throw new TypeError('secret words');
    };
    const reply = await route({ name: 'vault.lock', body: {} }, page, { 'vault.lock': defect });
    expect(reply).toEqual({ ok: false, error: { code: 'unexpected', detail: '' } });
    log.mockRestore();
  });
});

describe('content scripts', () => {
  it('may ask for public facts, scripts, a frame and an insertion, hand ciphertext over, and nothing else', () => {
    const theirs = Object.entries(coreRequests).filter(([, { from }]) =>
      (from as readonly string[]).includes('content'),
    );
    expect(theirs.map(([name]) => name)).toEqual([
      'chat.look',
      'site.load',
      'page.load',
      'frame.place',
      'chat.arrived',
      'site.health',
      'page.insert',
      'page.file',
    ]);
  });
});

describe('collectHandlers', () => {
  it('refuses a name given twice, and one that is missing', () => {
    expect(() => collectHandlers(all, { 'vault.lock': async () => ({}) })).toThrow(
      'Two handlers for vault.lock',
    );
    expect(() => collectHandlers({})).toThrow('No handler for');
  });
});
