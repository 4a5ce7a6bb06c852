/**
 * What a frame of ours says to its content script over the MessagePort that came with the frame's nonce: ciphertext,
 * sizes and wishes. The other direction is `port-to-frame.ts`.
 */
import * as v from 'valibot';
import { attachmentName } from './file-envelope';
import { oneOf } from './one-of';
import { nonce, pixels, sealedFile, wireText } from './shapes';

export type { Place, ToComposer, ToPrompt, ToReader } from './port-to-frame';

const parts = v.pipe(v.array(wireText), v.minLength(1), v.maxLength(64));

// ---- from the composer frame
export const fromComposer = oneOf('type', [
  /**
   * How it stands: `pill` is the small button beside an unencrypted box, `cover` takes the box's place. `beside`: above
   * the box, which the person pastes ciphertext into.
   */
  v.strictObject({
    type: v.literal('shape'),
    shape: v.picklist(['pill', 'menu', 'cover', 'beside']),
    width: pixels,
    height: pixels,
  }),
  v.strictObject({ type: v.literal('send'), ticket: nonce, parts }),
  /** An encrypted file for the site's own upload, under a name that says nothing. Answered like `send`. */
  v.strictObject({ type: v.literal('upload'), ticket: nonce, name: attachmentName, file: sealedFile }),
  v.strictObject({ type: v.literal('cancelUpload'), ticket: nonce }),
  /** The person copied this ciphertext, to paste and send it themselves. */
  v.strictObject({ type: v.literal('copied'), ticket: nonce, wire: wireText }),
  /** The composer's window has the focus: until `leave`, what is typed is meant for it and for nothing in the page. */
  v.strictObject({ type: v.literal('focused') }),
  /** It lost the focus. Unless the person pressed something in the page, the page took it. */
  v.strictObject({ type: v.literal('blurred') }),
  /** The person left with Tab or Escape: the page may have the focus, but not the covered box. */
  v.strictObject({ type: v.literal('leave'), backwards: v.boolean() }),
  /** The person gives up editing an old message. */
  v.strictObject({ type: v.literal('cancel') }),
  /** The core's answer about this chat changed: look it up again. */
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromComposer = v.InferOutput<typeof fromComposer>;

// ---- from the reader frame
export const fromReader = oneOf('type', [
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
  /** The next piece is wanted of the encrypted file of this name, which stands in the list; the ticket names this loading of it. */
  v.strictObject({ type: v.literal('fetch'), ticket: nonce, name: attachmentName }),
  /** No more of it is. */
  v.strictObject({ type: v.literal('fetchEnd'), ticket: nonce }),
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromReader = v.InferOutput<typeof fromReader>;

// ---- from the prompt frame
export const fromPrompt = oneOf('type', [
  v.strictObject({ type: v.literal('size'), height: pixels }),
  v.strictObject({ type: v.literal('send'), ticket: nonce, parts }),
  /** Decided: the reader says the rest in one line. */
  v.strictObject({ type: v.literal('done') }),
  v.strictObject({ type: v.literal('refresh') }),
]);
export type FromPrompt = v.InferOutput<typeof fromPrompt>;
