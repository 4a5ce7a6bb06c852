/** Which messages were written in this browser lately, by the message ids in their headers: ids are public. */
import * as v from 'valibot';
import { isNoise, without } from '../wire/noise';
import { fields, headerCharacters, magic } from '../wire/frame';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

const MOST_IDS = 1000;

export type OwnWriting = {
  readonly note: (parts: readonly string[]) => Promise<void>;
  /** Whether this token, however damaged after its header, says that it is one of those. */
  readonly isOwn: (wire: string) => Promise<boolean>;
};

export function createOwnWriting(session: Platform['session']): OwnWriting {
  const ids = sessionCell<readonly string[]>(session, 'ownWriting', v.array(v.string()), []);
  return {
    note: async (parts) => {
      const id = idIn(parts[0] ?? '');
      if (id === null) return;
      await ids.update((list) => [[...list.slice(1 - MOST_IDS), id], undefined]);
    },
    isOwn: async (wire) => {
      const id = idIn(wire);
      return id !== null && (await ids.get()).includes(id);
    },
  };
}

function idIn(wire: string): string | null {
  const header = without(wire.slice(0, 4 * headerCharacters), isNoise);
  return header.startsWith(magic) && header.length >= headerCharacters
    ? header.slice(...fields.messageId)
    : null;
}
