/** What a reader frame asks: the readings of wire texts in the conversation that it was placed for. */
import type { Pin } from '../openpgp/types';
import type { ReplyBody, RequestBody } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { Reading } from '../protocol/reading';
import type { ConversationKey } from '../protocol/shapes';
import type { Token } from '../wire/token';
import type { ContactReader } from './contact-reader';
import { conversationAt, withConversation } from './conversations';
import { createMessageReader } from './message-reader';
import { createPartStore } from './part-store';
import type { Vault } from './vault';
import { readWireText, type WireText } from './wire-text';

type Items = RequestBody<'reader.open'>['items'];

/** What stands in one wire text once its parts are together. */
type Whole =
  | { readonly form: 'message'; readonly ciphertext: Uint8Array }
  | { readonly form: 'contact'; readonly kind: 'invitation' | 'acceptance'; readonly body: Uint8Array }
  | { readonly form: 'settled'; readonly reading: Reading };

export type Reader = {
  readonly open: (items: Items, at: ConversationKey) => Promise<ReplyBody<'reader.open'>>;
  /** The whole body of an invitation or answer, from its one token or its parts seen so far. */
  readonly wholeContact: (wire: string, at: ConversationKey) => Extract<Whole, { form: 'contact' }> | null;
  /** Drops every plaintext and part from memory. */
  readonly forget: () => void;
};

/** @param onComplete called when a part completes a message whose other parts may have been shown as incomplete */
export function createReader(
  vault: Vault,
  contacts: ContactReader,
  now: () => number,
  onComplete: () => Promise<void>,
): Reader {
  const messages = createMessageReader(now);
  const parts = createPartStore();

  const readMessage = async (
    ciphertext: Uint8Array,
    at: ConversationKey,
    bound: Set<Pin>,
  ): Promise<Reading> => {
    const opened = await vault.peek();
    if (!opened) return closedBecause(await vault.state());
    const conversation = conversationAt(opened.contents, at);
    const { reading, binds } = await messages.read(ciphertext, opened.contents, conversation);
    // Locked while it was being decrypted: then its text must not leave any more, nor stay in the cache.
    if ((await vault.peek())?.key !== opened.key) {
      messages.forget();
      return { kind: 'closed', state: 'locked' };
    }
    if (binds) bound.add(binds);
    return reading;
  };

  const assemble = (read: WireText, at: ConversationKey): Whole => {
    if (read.form === 'unreadable') return settled({ kind: 'closed', state: read.state });
    if (read.form === 'armor') return { form: 'message', ciphertext: read.ciphertext };
    const { token } = read;
    if (token.total === 1) return wholeOf(token, token.body);
    try {
      const assembled = parts.assemble(chatName(at), token);
      const { index, total } = token;
      if (!assembled.complete) {
        return settled({ kind: 'incomplete', state: 'incomplete', have: assembled.have, total });
      }
      // The text stands with the first part; each of the others is one line that says so.
      return index === 0 ? wholeOf(token, assembled.body) : settled({ kind: 'part', index, total });
    } catch (error) {
      if (!(error instanceof SottoError)) throw error;
      return settled({ kind: 'closed', state: error.code === 'too_large' ? 'too-large' : 'damaged' });
    }
  };

  const addParts = (texts: readonly WireText[], at: ConversationKey): boolean => {
    let completed = false;
    for (const read of texts) {
      if (read.form !== 'token' || read.token.total === 1) continue;
      if (parts.add(chatName(at), read.token)) completed = true;
    }
    return completed;
  };

  return {
    open: async (items, at) => {
      const texts = items.map(({ id, wire }) => ({ id, read: readWireText(wire) }));
      const completed = addParts(
        texts.map(({ read }) => read),
        at,
      );
      const wholes = texts.map(({ id, read }) => ({ id, whole: assemble(read, at) }));
      const readings = new Map<number, Reading>();
      // Certificates first: the messages that follow them in the same batch are by the people they introduce.
      for (const { id, whole } of wholes) {
        if (whole.form === 'contact') readings.set(id, await contacts.read(whole.kind, whole.body, at));
      }
      const bound = new Set<Pin>();
      await Promise.all(
        wholes.map(async ({ id, whole }) => {
          if (whole.form === 'message') readings.set(id, await readMessage(whole.ciphertext, at, bound));
          if (whole.form === 'settled') readings.set(id, whole.reading);
        }),
      );
      if (bound.size > 0) await noteBinding(vault, at, bound);
      if (completed) await onComplete();
      return { items: [...readings].map(([id, reading]) => ({ id, reading })) };
    },
    wholeContact: (wire, at) => {
      const read = readWireText(wire);
      addParts([read], at);
      const whole = assemble(read, at);
      return whole.form === 'contact' ? whole : null;
    },
    forget: () => {
      messages.forget();
      parts.clear();
    },
  };
}

/** From now on, messages of these members that carry no binding are not believed here. */
async function noteBinding(vault: Vault, at: ConversationKey, pins: ReadonlySet<Pin>): Promise<void> {
  try {
    await vault.change(async (contents) => {
      const conversation = conversationAt(contents, at);
      const binds = [...new Set([...conversation.binds, ...pins])];
      // Two tabs may read the same first message at once.
      if (binds.length === conversation.binds.length) return [contents, undefined];
      return [withConversation(contents, { ...conversation, binds }), undefined];
    }, 'quiet');
  } catch (error) {
    // Reading goes on without it; the next reading notes it again.
    if (!(error instanceof SottoError)) throw error;
  }
}

function wholeOf({ kind }: Token, body: Uint8Array): Whole {
  return kind === 'message' ? { form: 'message', ciphertext: body } : { form: 'contact', kind, body };
}

function settled(reading: Reading): Whole {
  return { form: 'settled', reading };
}

function chatName({ site, chat }: ConversationKey): string {
  return JSON.stringify([site, chat]);
}

function closedBecause(state: string): Reading {
  return { kind: 'closed', state: state === 'empty' ? 'not-for-me' : 'locked' };
}
