/** What a reader frame asks: the readings of wire texts in the conversation that it was placed for. */
import type { Pin } from '../openpgp/types';
import type { ReplyBody, RequestBody } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { Reading } from '../protocol/reading';
import type { ConversationKey } from '../protocol/shapes';
import type { Token } from '../wire/token';
import type { ContactReader } from './contact-reader';
import { conversationAt, withConversation } from './conversations';
import { createMessageReader, type Ciphertext } from './message-reader';
import type { OwnWriting } from './own-writing';
import { createPartStore } from './part-store';
import type { Vault } from './vault';
import { readWireText, type WireText } from './wire-text';

type Items = RequestBody<'reader.open'>['items'];

/** What stands in one wire text once its parts are together. */
type Whole =
  | { readonly form: 'message'; readonly ciphertext: Ciphertext }
  | { readonly form: 'contact'; readonly kind: 'invitation' | 'acceptance'; readonly body: Uint8Array }
  | { readonly form: 'settled'; readonly reading: Reading };

export type Reader = {
  readonly open: (items: Items, at: ConversationKey) => Promise<ReplyBody<'reader.open'>>;
  /** The message that this wire text is or belongs to, whichever of its parts it is; null while it is not whole, and for all else. */
  readonly message: (wire: string, at: ConversationKey) => Promise<Reading | null>;
  /** The whole body of an invitation or answer, from its one token or its parts seen so far. */
  readonly wholeContact: (wire: string, at: ConversationKey) => Extract<Whole, { form: 'contact' }> | null;
  /** Drops every plaintext and part from memory. */
  readonly forget: () => void;
};

/** @param onComplete called when a part completes a message whose other parts may have been shown as incomplete */
export function createReader(
  vault: Vault,
  contacts: ContactReader,
  ownWriting: OwnWriting,
  now: () => number,
  onComplete: () => Promise<void>,
): Reader {
  const messages = createMessageReader(now);
  const parts = createPartStore();

  /** All messages of one batch. */
  const readMessages = async (
    list: readonly { readonly id: number; readonly ciphertext: Ciphertext }[],
    at: ConversationKey,
  ): Promise<(readonly [number, Reading])[]> => {
    if (list.length === 0) return [];
    const opened = await vault.peek();
    if (!opened) return closeAll(list, closedBecause(await vault.state()));
    const conversation = conversationAt(opened.contents, at);
    const read = await Promise.all(
      list.map(async ({ id, ciphertext }) => ({
        id,
        ...(await messages.read(ciphertext, opened.contents, conversation)),
      })),
    );
    // Locked while they were being decrypted: then no text must leave any more, nor stay in the cache.
    if ((await vault.peek())?.key !== opened.key) {
      messages.forget();
      return closeAll(list, { kind: 'closed', state: 'locked' });
    }
    const bound = new Set(read.flatMap(({ binds }) => binds ?? []));
    if (bound.size > 0) await noteBinding(vault, at, bound);
    return read.map(({ id, reading }) => [id, reading]);
  };

  /** @param stand whether the text is to stand with the first part alone, as in the list */
  const assemble = (wire: string, read: WireText, at: ConversationKey, stand: 'first' | 'any'): Whole => {
    if (read.form === 'unreadable') return settled({ kind: 'closed', state: read.state });
    if (read.form === 'armor') return messageOf(wire, read.ciphertext);
    const { token } = read;
    if (token.total === 1) return wholeOf(token, token.body, wire);
    try {
      const assembled = parts.assemble(chatName(at), token);
      const { index, total } = token;
      if (!assembled.complete) {
        return settled({ kind: 'incomplete', state: 'incomplete', have: assembled.have, total });
      }
      // The text stands with the first part; each of the others is one line that says so.
      return index === 0 || stand === 'any'
        ? wholeOf(token, assembled.body, null)
        : settled({ kind: 'part', index, total });
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
      const known = items.filter(({ wire }) => messages.knows(wire));
      const texts = items
        .filter(({ wire }) => !messages.knows(wire))
        .map(({ id, wire }) => ({ id, wire, read: readWireText(wire) }));
      const completed = addParts(
        texts.map(({ read }) => read),
        at,
      );
      const wholes = [
        ...known.map(({ id, wire }) => ({ id, whole: knownMessage(wire) })),
        ...texts.map(({ id, wire, read }) => ({ id, whole: assemble(wire, read, at, 'first') })),
      ];
      const readings = new Map<number, Reading>();
      // Certificates first: the messages that follow them in the same batch are by the people they introduce.
      for (const { id, whole } of wholes) {
        if (whole.form === 'contact') readings.set(id, await contacts.read(whole.kind, whole.body, at));
        if (whole.form === 'settled') readings.set(id, whole.reading);
      }
      const encrypted = wholes.flatMap(({ id, whole }) =>
        whole.form === 'message' ? { id, ciphertext: whole.ciphertext } : [],
      );
      for (const [id, reading] of await readMessages(encrypted, at)) readings.set(id, reading);
      for (const { id, wire } of items) {
        const reading = readings.get(id);
        if (reading?.kind !== 'closed' || reading.state !== 'damaged') continue;
        if (await ownWriting.isOwn(wire)) readings.set(id, { ...reading, own: true });
      }
      if (completed) await onComplete();
      return { items: [...readings].map(([id, reading]) => ({ id, reading })) };
    },
    message: async (wire, at) => {
      const read = readWireText(wire);
      if (addParts([read], at)) await onComplete();
      const whole = assemble(wire, read, at, 'any');
      if (whole.form !== 'message') return null;
      const [found] = await readMessages([{ id: 0, ciphertext: whole.ciphertext }], at);
      return found?.[1] ?? null;
    },
    wholeContact: (wire, at) => {
      const read = readWireText(wire);
      addParts([read], at);
      const whole = assemble(wire, read, at, 'first');
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

function wholeOf({ kind }: Token, body: Uint8Array, wire: string | null): Whole {
  return kind === 'message' ? messageOf(wire, body) : { form: 'contact', kind, body };
}

function messageOf(wire: string | null, body: Uint8Array): Whole {
  return { form: 'message', ciphertext: { wire, body: () => body } };
}

/** Decoded only if the cache has forgotten it by the time it is read. */
function knownMessage(wire: string): Whole {
  const body = () => {
    const read = readWireText(wire);
    if (read.form === 'armor') return read.ciphertext;
    if (read.form === 'token' && read.token.total === 1) return read.token.body;
    throw new SottoError('bad_data');
  };
  return { form: 'message', ciphertext: { wire, body } };
}

function closeAll(
  list: readonly { readonly id: number }[],
  reading: Reading,
): (readonly [number, Reading])[] {
  return list.map(({ id }) => [id, reading]);
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
