/**
 * What a content script and a frame of ours say to each other over the MessagePort that came with the frame's nonce.
 * The content script gets ciphertext, sizes and wishes; the frame gets ciphertext, geometry and outcomes.
 */
import * as v from 'valibot';
import { errorCodes } from './errors';
import { look, nonce, plaintext, wireText } from './shapes';

const pixels = v.pipe(v.number(), v.minValue(-10_000_000), v.maxValue(10_000_000));
const parts = v.pipe(v.array(wireText), v.minLength(1), v.maxLength(64));

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
  /** The person clicked or tabbed into the covered box. */
  v.strictObject({ type: v.literal('focus') }),
  /** The page took the focus or stopped keys while the person was writing here. */
  v.strictObject({ type: v.literal('stolen') }),
  v.strictObject({ type: v.literal('progress'), ticket: nonce, part: v.number(), total: v.number() }),
  v.strictObject({ type: v.literal('sent'), ticket: nonce }),
  v.strictObject({ type: v.literal('failed'), ticket: nonce, failure }),
]);
export type ToComposer = v.InferOutput<typeof toComposer>;

// ---- from the composer frame
export const fromComposer = v.variant('type', [
  /** How it stands: `pill` is the small button beside an unencrypted box, `cover` takes the box's place. */
  v.strictObject({
    type: v.literal('shape'),
    shape: v.picklist(['pill', 'menu', 'cover']),
    width: pixels,
    height: pixels,
  }),
  v.strictObject({ type: v.literal('send'), ticket: nonce, parts }),
  /** The composer's window has the focus: until `leave`, what is typed is meant for it and for nothing in the page. */
  v.strictObject({ type: v.literal('focused') }),
  /** It lost the focus. Unless the person pressed something in the page, the page took it. */
  v.strictObject({ type: v.literal('blurred') }),
  /** The person left with Tab or Escape: the page may have the focus, but not the covered box. */
  v.strictObject({ type: v.literal('leave'), backwards: v.boolean() }),
  /** The core's answer about this chat changed: look it up again. */
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromComposer = v.InferOutput<typeof fromComposer>;

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
]);
export type Place = v.InferOutput<typeof place>;
export type ToReader = v.InferOutput<typeof toReader>;

// ---- from the reader frame
export const fromReader = v.variant('type', [
  v.strictObject({
    type: v.literal('sizes'),
    sizes: v.pipe(
      v.array(
        v.strictObject({
          id: v.number(),
          /** In steps (see the reader), so that they tell no more than lines and eighths of the room. */
          width: pixels,
          height: pixels,
          /** `prompt`: an invitation that waits for a decision: place a prompt frame there. */
          kind: v.picklist(['text', 'prompt']),
        }),
      ),
      v.maxLength(2000),
    ),
  }),
  /** The frame no longer knows the wire text of these ids (it dropped or reloaded them): give them again. */
  v.strictObject({ type: v.literal('need'), ids: v.pipe(v.array(v.number()), v.maxLength(2000)) }),
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromReader = v.InferOutput<typeof fromReader>;

// ---- prompt frame: the card for an invitation, in the message's place, never clipped
export const toPrompt = v.variant('type', [
  v.strictObject({ type: v.literal('show'), wire: wireText, look, width: pixels }),
  v.strictObject({ type: v.literal('sent'), ticket: nonce }),
  v.strictObject({ type: v.literal('failed'), ticket: nonce, failure }),
]);
export type ToPrompt = v.InferOutput<typeof toPrompt>;
export const fromPrompt = v.variant('type', [
  v.strictObject({ type: v.literal('size'), height: pixels }),
  v.strictObject({ type: v.literal('send'), ticket: nonce, parts }),
  /** Decided: the reader says the rest in one line. */
  v.strictObject({ type: v.literal('done') }),
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromPrompt = v.InferOutput<typeof fromPrompt>;
