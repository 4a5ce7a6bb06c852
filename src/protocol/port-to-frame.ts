/**
 * What a content script says to a frame of ours over the MessagePort that came with the frame's nonce: ciphertext,
 * geometry and outcomes. Apart from `port.ts`, so that no bundle carries the schemas of what it only sends.
 */
import * as v from 'valibot';
import { errorCodes } from './errors';
import { filesTaken } from './files-taken';
import { healthState } from './health';
import { look, nonce, pixels, plaintext, sealedPiece, wireText } from './shapes';
import { openWays, ways } from './ways';

/** The one message that comes by `postMessage`, to our own origin only, with the port. */
export const frameGreeting = v.strictObject({ sotto: v.literal('claim'), nonce });

const failure = v.strictObject({
  code: v.picklist(errorCodes),
  detail: v.pipe(v.string(), v.maxLength(300)),
});

// ---- to the composer frame
export const toComposer = v.variant('type', [
  v.strictObject({
    type: v.literal('look'),
    look,
    /** Height of the box being covered, and the most it may grow to. */ height: pixels,
    maxHeight: pixels,
  }),
  /** Text that stood in the messenger's box when it was covered. The person is asked before it becomes the draft. */
  v.strictObject({ type: v.literal('adopt'), text: plaintext }),
  /** Which files the site carries, as far as is known. */
  v.strictObject({
    type: v.literal('files'),
    takes: v.picklist(filesTaken),
    /** The largest, in bytes; null: not known. */
    most: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  /** The site edits the message with this wire text, or one that holds none (null): the text is the core's to give. */
  v.strictObject({ type: v.literal('edit'), wire: v.nullable(wireText) }),
  v.strictObject({ type: v.literal('edit-over') }),
  /** Something was about to leave this chat, or to be written in it, past Sotto. */
  v.strictObject({ type: v.literal('stopped'), way: v.picklist(ways) }),
  /** Something leaves this chat in the clear that is not stopped: said once. */
  v.strictObject({ type: v.literal('passed'), way: v.picklist(openWays) }),
  /** The person clicked or tabbed into the covered box. */
  v.strictObject({ type: v.literal('focus') }),
  /** How well the page is understood. */
  v.strictObject({ type: v.literal('health'), state: healthState }),
  /** This chat is written in the side panel: the frame only says so. */
  v.strictObject({ type: v.literal('panel') }),
  /** The page took the focus or stopped keys while the person was writing here. */
  v.strictObject({ type: v.literal('stolen') }),
  v.strictObject({ type: v.literal('progress'), ticket: nonce, part: v.number(), total: v.number() }),
  v.strictObject({ type: v.literal('sent'), ticket: nonce }),
  v.strictObject({ type: v.literal('failed'), ticket: nonce, failure }),
]);
export type ToComposer = v.InferOutput<typeof toComposer>;

// ---- to the reader frame
/** One place in the list. Coordinates in CSS pixels from the frame's own top left corner. */
const place = v.strictObject({
  id: v.pipe(v.number(), v.integer()),
  /** Given once; afterwards the frame knows it by id. */
  wire: v.optional(wireText),
  x: pixels,
  y: pixels,
  /** Room there is for the text. */
  width: pixels,
  /** Index of the place's own look in `looks`: own and others' messages often differ in colour. */
  look: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
  /** Whether it is on or near the screen now. Ordered as in the list. */
  near: v.boolean(),
});
export const toReader = v.variant('type', [
  v.strictObject({
    type: v.literal('places'),
    looks: v.pipe(v.array(look), v.maxLength(16)),
    /** All places that stand in the list now, in the list's order: what is left out is gone from it. */
    places: v.pipe(v.array(place), v.maxLength(2000)),
  }),
  /** What came of `fetch`: the next bytes, or that there are no more, or that there is no such file. */
  v.strictObject({ type: v.literal('filePiece'), ticket: nonce, data: sealedPiece }),
  v.strictObject({ type: v.literal('fileEnd'), ticket: nonce }),
  v.strictObject({ type: v.literal('noFile'), ticket: nonce, failure }),
]);
export type Place = v.InferOutput<typeof place>;
export type ToReader = v.InferOutput<typeof toReader>;

// ---- prompt frame: the card for an invitation, in the message's place, never clipped
export const toPrompt = v.variant('type', [
  v.strictObject({ type: v.literal('show'), wire: wireText, look, width: pixels }),
  v.strictObject({ type: v.literal('sent'), ticket: nonce }),
  v.strictObject({ type: v.literal('failed'), ticket: nonce, failure }),
]);
export type ToPrompt = v.InferOutput<typeof toPrompt>;
