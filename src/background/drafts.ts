/**
 * Unsent text, per chat. Kept in `storage.session` under the vault's data key, so that it is never on disk, outlives
 * a stopped worker, and cannot be read while locked.
 */
import * as v from 'valibot';
import type { Platform } from './platform';
import { fromBase64, toBase64 } from '../platform/base64';
import { sessionCell } from './session-cell';
import { openSealed, sealText } from './store/sealed-record';

const draft = v.strictObject({ chat: v.string(), iv: v.string(), ciphertext: v.string() });
type Draft = v.InferOutput<typeof draft>;

const VERSION = 1;
/** Oldest go first; `storage.session` holds 10 MB in all. */
const MOST_DRAFTS = 20;
const MOST_CHARACTERS = 4_000_000;

export type Drafts = {
  /** Empty when there is none. @param chat the chat's salted hash */
  readonly read: (key: CryptoKey, chat: string) => Promise<string>;
  /** An empty text removes the draft. */
  readonly write: (key: CryptoKey, chat: string, text: string) => Promise<void>;
};

export function createDrafts(session: Platform['session']): Drafts {
  const drafts = sessionCell<readonly Draft[]>(session, 'drafts', v.array(draft), []);
  const format = (chat: string) => `draft ${chat}`;

  return {
    read: async (key, chat) => {
      const found = (await drafts.get()).find((entry) => entry.chat === chat);
      if (!found) return '';
      const record = { version: VERSION, iv: fromBase64(found.iv), ciphertext: fromBase64(found.ciphertext) };
      return openSealed(key, format(chat), record);
    },
    write: async (key, chat, text) => {
      const sealed = text === '' ? null : await sealText(key, format(chat), VERSION, text);
      await drafts.update((list) => {
        const others = list.filter((entry) => entry.chat !== chat);
        if (!sealed) return [others, undefined];
        const entry = { chat, iv: toBase64(sealed.iv), ciphertext: toBase64(sealed.ciphertext) };
        return [newestThatFit([...others, entry]), undefined];
      });
    },
  };
}

function newestThatFit(list: readonly Draft[]): readonly Draft[] {
  let room = MOST_CHARACTERS;
  let first = list.length;
  while (first > 0 && list.length - first < MOST_DRAFTS) {
    room -= list[first - 1]?.ciphertext.length ?? 0;
    if (room < 0 && first < list.length) break;
    first -= 1;
  }
  return list.slice(first);
}
