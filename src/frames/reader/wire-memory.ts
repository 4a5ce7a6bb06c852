/** Ciphertext of messages that stood in the list lately: a list that recycles its rows brings them back by id alone. */

/** Characters in all. */
const room = 8_000_000;

export type WireMemory = {
  readonly get: (id: number) => string | undefined;
  readonly set: (id: number, wire: string) => void;
};

/** Forgets those that were set longest ago once there are more than `most` characters. */
export function createWireMemory(most = room): WireMemory {
  const wires = new Map<number, string>();
  let held = 0;
  const forget = (id: number) => {
    held -= wires.get(id)?.length ?? 0;
    wires.delete(id);
  };
  return {
    get: (id) => wires.get(id),
    set: (id, wire) => {
      forget(id);
      wires.set(id, wire);
      held += wire.length;
      for (const oldest of wires.keys()) {
        if (held <= most || oldest === id) break;
        forget(oldest);
      }
    },
  };
}
