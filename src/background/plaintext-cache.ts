/** What was decrypted, in memory only, bounded by count and size; what was not used for longest goes first. */
import type { ReadMessage } from '../openpgp/types';

const MOST_MESSAGES = 5000;
const MOST_CHARACTERS = 16_000_000;

/** `name` stands for one ciphertext, `scope` for all else that the verdict about its signature depends on. */
export type PlaintextCache = {
  /** Whether there is an entry of this name, in whatever scope. */
  readonly has: (name: string) => boolean;
  readonly get: (name: string, scope: string) => ReadMessage | null;
  /** Takes the place of an entry of the same name in another scope. */
  readonly put: (name: string, scope: string, message: ReadMessage) => void;
  readonly clear: () => void;
};

type Entry = { readonly scope: string; readonly message: ReadMessage };

export function createPlaintextCache(
  mostMessages = MOST_MESSAGES,
  mostCharacters = MOST_CHARACTERS,
): PlaintextCache {
  // A Map keeps the order of insertion, so its first key is the oldest.
  const entries = new Map<string, Entry>();
  let characters = 0;

  const remove = (name: string) => {
    const entry = entries.get(name);
    if (!entry) return;
    characters -= name.length + entry.message.text.length;
    entries.delete(name);
  };

  return {
    has: (name) => entries.has(name),
    get: (name, scope) => {
      const entry = entries.get(name);
      if (entry?.scope !== scope) return null;
      entries.delete(name);
      entries.set(name, entry);
      return entry.message;
    },
    put: (name, scope, message) => {
      remove(name);
      entries.set(name, { scope, message });
      characters += name.length + message.text.length;
      for (const oldest of entries.keys()) {
        if (entries.size <= mostMessages && characters <= mostCharacters) break;
        remove(oldest);
      }
    },
    clear: () => {
      entries.clear();
      characters = 0;
    },
  };
}
