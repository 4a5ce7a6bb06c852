/** One person with Sotto and a chat open: asks the core as the popup, the content script and the frames do. */
import type { FrameKind, ReplyBody, RequestBody, RequestName } from '../../protocol/core';
import { SottoError } from '../../protocol/errors';
import type { Reading } from '../../protocol/reading';
import type { ConversationKey } from '../../protocol/shapes';
import { createCore, type Core } from '../core';
import { createFakeBrowser, senders } from './fake-browser';
import { createMemoryStore } from './memory-store';

const TAB = 1;
export const PASSPHRASE = 'correct horse battery staple';

export function createPerson(name: string, clock: { now: number }, chat: ConversationKey) {
  const browser = createFakeBrowser();
  const store = createMemoryStore();
  const start = () => createCore(browser.platform, store, () => clock.now);
  let core: Core = start();
  let documents = 0;

  const ask = async <N extends RequestName>(
    request: N,
    body: RequestBody<N>,
    sender: unknown,
  ): Promise<ReplyBody<N>> => {
    const reply = await core.answer({ name: request, body }, sender);
    if (!reply.ok) throw new SottoError(reply.error.code, reply.error.detail);
    return reply.body as ReplyBody<N>;
  };
  const popup = <N extends RequestName>(request: N, body: RequestBody<N>) =>
    ask(request, body, senders.popup());
  const content = <N extends RequestName>(request: N, body: RequestBody<N>) =>
    ask(request, body, senders.content(TAB));

  /** Places and pairs a frame. */
  const pair = async (kind: FrameKind, at = chat, limit: number | null = null) => {
    const { nonce } = await content('frame.place', {
      kind,
      conversation: at,
      title: 'Room',
      limit,
      newlines: false,
    });
    documents += 1;
    const sender = senders.frame(TAB, kind, `${name}-${documents}`);
    await ask('frame.claim', { nonce }, sender);
    return sender;
  };
  const place = async (kind: FrameKind, at = chat, limit: number | null = null) => {
    const sender = await pair(kind, at, limit);
    return <N extends RequestName>(request: N, body: RequestBody<N>) => ask(request, body, sender);
  };

  /** The card for this wire text, and a decision about what it shows. */
  const decide = async (wire: string, at: ConversationKey) => {
    const prompt = await place('prompt', at);
    const { reading, previous } = await prompt('prompt.look', { wire });
    const fingerprint = reading.kind === 'contact' ? reading.fingerprint : null;
    if (fingerprint === null) throw new Error(JSON.stringify(reading));
    return {
      accept: async () => (await prompt('prompt.accept', { wire, fingerprint, previous })).parts,
      decline: () => prompt('prompt.decline', { wire, fingerprint }),
    };
  };

  return {
    browser,
    store,
    popup,
    content,
    ask,
    pair,
    /** Pairs a frame and returns the way to ask from it. */
    place,
    core: () => core,
    /** The browser stops the worker and starts it again. */
    restartWorker: () => {
      core = start();
    },
    setUp: async () => {
      browser.granted.add('https://chat.example/*');
      await popup('sites.set', { origin: 'https://chat.example', on: true });
      const seal = { picture: 1, hue: 30 };
      return popup('identity.create', { name, passphrase: PASSPHRASE, version: 4, seal });
    },
    look: (wire: string, at = chat) => decide(wire, at),
    accept: async (wire: string, at = chat): Promise<string[]> => (await decide(wire, at)).accept(),
    decline: async (wire: string, at = chat) => (await decide(wire, at)).decline(),
    read: async (wires: readonly string[], at = chat): Promise<Reading[]> => {
      const reader = await place('reader', at);
      const { items } = await reader('reader.open', { items: wires.map((wire, id) => ({ id, wire })) });
      return wires.flatMap((_, id) => items.find((item) => item.id === id)?.reading ?? []);
    },
    write: async (text: string, at = chat, limit: number | null = null): Promise<string[]> => {
      const composer = await place('composer', at, limit);
      return (await composer('composer.encrypt', { text })).parts;
    },
    chat: (at = chat) => popup('chat.look', { conversation: at, title: 'Room' }),
  };
}
export type Person = ReturnType<typeof createPerson>;
