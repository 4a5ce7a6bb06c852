/** What this code takes in and gives out at most. Each keeps hostile input from costing time or memory. */

/** The longest token or armored message, in characters. The same as `wireText` in src/protocol/shapes.ts. */
export const maxWireCharacters = 400_000;

/** The most parts one body is cut into. The same as `parts` in src/protocol/port.ts. */
export const maxParts = 64;

/** The largest body before cutting and after joining: 1 MiB. */
export const maxBodyBytes = 1_048_576;

/** How many tokens and armored messages one scan reports; what follows them in the text is left alone. */
export const maxFound = 10_000;
