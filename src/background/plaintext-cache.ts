/** What was decrypted, in memory only, bounded by count and size; what was not used for longest goes first. */
import type { ReadMessage } from '../openpgp/types';

const MOST_MESSAGES = 5000;
const MOST_CHARACTERS = 16_000_000;

export type PlaintextCache = {
  readonly get: (key: string) => ReadMessage | null;
  readonly put: (key: string, message: ReadMessage) => void;
  readonly clear: () => void;
};

export function createPlaintextCache(
  mostMessages = MOST_MESSAGES,
  mostCharacters = MOST_CHARACTERS,
): PlaintextCache {
  // A Map keeps the order of insertion, so its first key is the oldest.
  const messages = new Map<string, ReadMessage>();
  let characters = 0;

  const remove = (key: string) => {
    characters -= messages.get(key)?.text.length ?? 0;
    messages.delete(key);
  };

  return {
    get: (key) => {
      const message = messages.get(key);
      if (!message) return null;
      messages.delete(key);
      messages.set(key, message);
      return message;
    },
    put: (key, message) => {
      remove(key);
      messages.set(key, message);
      characters += message.text.length;
      for (const oldest of messages.keys()) {
        if (messages.size <= mostMessages && characters <= mostCharacters) break;
        remove(oldest);
      }
    },
    clear: () => {
      messages.clear();
      characters = 0;
    },
  };
}
