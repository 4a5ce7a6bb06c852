/** The composer's model on a stage: what it asks and posts is noted. */
import { vi } from 'vitest';
import type { ChatState } from '../../../protocol/core';
import { SottoError } from '../../../protocol/errors';
import type { FromComposer } from '../../../protocol/port';
import { createModel } from '../model';

export const ticket = '0123456789abcdef0123456789abcdef';
const chat: ChatState = {
  conversation: { site: 'demo', chat: '1' },
  title: 'Bob',
  mode: 'on',
  locked: false,
  hasIdentity: true,
  identity: null,
  members: [],
  olderContainer: false,
};

type Core = {
  chat: ChatState;
  draft: string;
  fails: Set<string>;
  size: { characters: number; parts: number };
};

/** A composer's model with a core that answers at once. Tests replace the browser before they import this. */
export function startModel(over: Partial<ChatState> = {}, draft = '', limit: number | null = null) {
  const core: Core = {
    chat: { ...chat, ...over },
    draft,
    fails: new Set(),
    size: { characters: 900, parts: 1 },
  };
  const asked: [string, unknown][] = [];
  const posted: FromComposer[] = [];
  const texts: string[] = [];
  const ask = vi.fn(async (name: string, body: { text?: string }) => {
    asked.push([name, body]);
    if (core.fails.has(name)) throw new SottoError('locked');
    if (name === 'composer.look') return { chat: core.chat, draft: core.draft };
    if (name === 'composer.measure') return core.size;
    if (name === 'composer.encrypt') return { ticket, parts: ['one', 'two'] };
    if (name === 'composer.saveDraft') core.draft = body.text ?? '';
    if (name === 'composer.invite') return { parts: ['invitation'] };
    return {};
  });
  const seen = { now: true, alive: true };
  const files = { files: () => [], busy: () => false, send: async () => true, hear: () => {} } as never;
  const model = createModel({
    ask: ask as never,
    limit,
    isAlive: () => seen.alive,
    post: (message) => posted.push(message),
    isSeen: async () => seen.now,
    files,
    onChange: () => {},
    onText: (text) => texts.push(text),
    onFocus: () => {},
  });
  return { core, asked, posted, texts, seen, model, names: () => asked.map(([name]) => name) };
}
