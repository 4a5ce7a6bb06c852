/** Encrypts and opens files for our frames, piece by piece over a port, so that no file is ever whole in the core. */
import * as v from 'valibot';
import { decryptFile, encryptFile } from '../openpgp/file-stream';
import type { CertificateBinary, Fingerprint } from '../openpgp/types';
import { SottoError, toErrorCode } from '../protocol/errors';
import { MAX_FILE_BYTES } from '../protocol/file-envelope';
import { toFileCore, type FromFileCore, type ToFileCore } from '../protocol/file-port';
import { PIECE_BYTES } from '../protocol/piece-bytes';
import { fromBase64, toBase64 } from '../platform/base64';
import { conversationAt, memberContacts } from './conversations';
import type { CoreParts } from './core-parts';
import { identitiesIn, usableIdentityIn } from './identities';
import { createPieces, type Pieces } from './file-pieces';
import { ownHistory } from './own-identities';
import { checkMayEncrypt } from './policy';
import type { FrameSender, Sender } from './sender';

/** What is used of a browser's port. */
export type FilePort = {
  readonly postMessage: (message: FromFileCore) => void;
  readonly onMessage: { readonly addListener: (listener: (message: unknown) => void) => void };
  readonly onDisconnect: { readonly addListener: (listener: () => void) => void };
};

type Wish = Extract<ToFileCore, { type: 'seal' | 'open' }>;
/** What encryption adds at most: session keys for all members, padding, headers. */
const MOST_AROUND = 16 * 1024 * 1024;

/** Serves one port. Whatever goes wrong is one `failed` to it. */
export function createFileService({ vault, pairing, autoLock, now }: CoreParts) {
  const seal = async (
    size: number,
    input: Pieces,
    sender: FrameSender,
    say: (word: FromFileCore) => void,
  ) => {
    const frame = await pairing.require(sender, 'composer');
    const { contents, key: session } = await vault.open();
    const conversation = conversationAt(contents, frame.conversation);
    const contacts = memberContacts(contents, conversation);
    const { mode, members, changed } = conversation;
    checkMayEncrypt({ mode, pinned: members.length, contacts, changedName: changed?.name ?? null }, now());
    const { secretKey, certificate } = usableIdentityIn(contents, conversation, now());
    const { ciphertext, container, key } = await encryptFile({
      content: input.stream,
      size,
      members: contacts.map((contact) => contact.certificate),
      secretKey,
      certificate,
      now: now(),
    });
    say({ type: 'key', container, key });
    await hand(ciphertext, session, say);
    if (input.taken() !== size) throw new SottoError('file_unreadable');
  };

  const open = async (
    { key, author }: Extract<Wish, { type: 'open' }>,
    input: Pieces,
    sender: FrameSender,
    say: (word: FromFileCore) => void,
  ) => {
    const frame = await pairing.require(sender, 'reader');
    const { contents, key: session } = await vault.open();
    const conversation = conversationAt(contents, frame.conversation);
    const pins = new Set([...conversation.members, ...conversation.epochs.flatMap(({ members }) => members)]);
    const certificates: CertificateBinary[] = [
      ...(await Promise.all(identitiesIn(contents, conversation).map(ownHistory))),
      ...contents.contacts.filter(({ pin }) => pins.has(pin)).map(({ certificate }) => certificate),
    ];
    const { content, checked } = await decryptFile({
      ciphertext: input.stream,
      key,
      certificates,
      author: author as Fingerprint,
      now: now(),
    });
    try {
      await hand(content, session, say);
    } catch (cause) {
      throw cause instanceof SottoError ? cause : new SottoError('file_damaged', '', { cause });
    }
    await checked;
  };

  /** Gives the frame what comes out, in pieces; nothing any more once the vault was locked. */
  const hand = async (
    output: ReadableStream<Uint8Array>,
    session: unknown,
    say: (word: FromFileCore) => void,
  ) => {
    let handed = 0;
    for await (const chunk of output) {
      if ((await vault.peek())?.key !== session) throw new SottoError('locked');
      handed += chunk.length;
      if (handed > MAX_FILE_BYTES + MOST_AROUND)
        throw new SottoError('file_too_large', String(MAX_FILE_BYTES / 1e6));
      for (let at = 0; at < chunk.length; at += PIECE_BYTES)
        say({ type: 'piece', data: toBase64(chunk.subarray(at, at + PIECE_BYTES)) });
    }
  };

  return (port: FilePort, sender: Sender | null): void => {
    const input = createPieces(() => port.postMessage({ type: 'want' }), MAX_FILE_BYTES + MOST_AROUND);
    let begun = false;
    let over = false;
    const say = (word: FromFileCore) => {
      // The frame may be gone by now: then there is nobody to tell.
      if (!over) port.postMessage(word);
    };
    const serve = async (wish: Wish) => {
      try {
        if (sender?.kind !== 'frame') throw new SottoError('bad_request');
        await autoLock.onRequest('file', sender);
        if (wish.type === 'seal') await seal(wish.size, input, sender, say);
        else await open(wish, input, sender, say);
        say({ type: 'end' });
      } catch (thrown) {
        say({ type: 'failed', failure: toErrorCode(thrown) });
        input.end();
      }
    };
    port.onDisconnect.addListener(() => {
      over = true;
      input.fail(new SottoError('file_unreadable'));
    });
    port.onMessage.addListener((message) => {
      const word = read(message);
      if (word === null) {
        say({ type: 'failed', failure: { code: 'bad_request', detail: '' } });
        // What goes on here comes to its end, and nobody hears of that.
        over = true;
        input.end();
      } else if (word.type === 'piece') input.give(word.bytes);
      else if (word.type === 'end') input.end();
      else if (!begun) {
        begun = true;
        void serve(word);
      }
    });
  };
}

type Word = Exclude<ToFileCore, { type: 'piece' }> | { type: 'piece'; bytes: Uint8Array<ArrayBuffer> };

/** Null: no message of ours. */
function read(message: unknown): Word | null {
  const parsed = v.safeParse(toFileCore, message);
  if (!parsed.success) return null;
  if (parsed.output.type !== 'piece') return parsed.output;
  try {
    return { type: 'piece', bytes: fromBase64(parsed.output.data) };
  } catch {
    return null;
  }
}
