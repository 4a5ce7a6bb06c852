/**
 * Which frame of ours stands where. A content script announces a frame and gets a nonce; the frame presents it once,
 * from the same tab, within its short life, and is from then on known by the browser's id of its document. A frame
 * that a page embeds by itself has no nonce, and a reloaded one is another document: both stay blank.
 */
import * as v from 'valibot';
import { frameKind, type FrameKind } from '../protocol/content-requests';
import { SottoError } from '../protocol/errors';
import { conversationKey, nonce as nonceShape } from '../protocol/shapes';
import { randomNonce } from './bytes';
import { keepNewest, type Bounds } from './keep-newest';
import type { Platform } from './platform';
import type { FrameSender } from './sender';
import { sessionCell } from './session-cell';

/** Milliseconds between the announcement and the claim: a cold frame needs some 30, a busy computer seconds. */
const NONCE_LIFE = 30_000;
/** A page can make a content script place frames without end: it loses its own oldest, and no other tab's. */
const MOST: Bounds = { perTab: 64, total: 256 };

const place = {
  tab: v.number(),
  kind: frameKind,
  conversation: conversationKey,
  limit: v.nullable(v.number()),
  newlines: v.boolean(),
};
const announced = v.strictObject({ ...place, nonce: nonceShape, expires: v.number() });
const paired = v.strictObject({ ...place, document: v.string() });
type Announced = v.InferOutput<typeof announced>;
/** A frame that the core placed. */
export type Paired = v.InferOutput<typeof paired>;

export type Pairing = {
  readonly announce: (place: Omit<Announced, 'nonce' | 'expires'>) => Promise<string>;
  /** Spends the nonce, whatever comes of it. Throws SottoError `frame_not_paired`. */
  readonly claim: (nonce: string, sender: FrameSender) => Promise<Paired>;
  /** The place of the asking frame. Throws SottoError `frame_not_paired`, also for a frame of another kind. */
  readonly require: (sender: FrameSender, kind?: FrameKind) => Promise<Paired>;
  readonly forgetTab: (tab: number) => Promise<void>;
};

export function createPairing(session: Platform['session'], now: () => number): Pairing {
  const nonces = sessionCell<readonly Announced[]>(session, 'nonces', v.array(announced), []);
  const frames = sessionCell<readonly Paired[]>(session, 'frames', v.array(paired), []);

  return {
    announce: (at) =>
      nonces.update((list) => {
        const nonce = randomNonce();
        const alive = list.filter(({ expires }) => expires > now());
        return [keepNewest(alive, { ...at, nonce, expires: now() + NONCE_LIFE }, MOST), nonce];
      }),
    claim: async (nonce, { tab, document, page }) => {
      const found = await nonces.update((list) => [
        list.filter((entry) => entry.nonce !== nonce),
        list.find((entry) => entry.nonce === nonce),
      ]);
      if (!found || found.expires <= now() || found.tab !== tab || found.kind !== page) {
        throw new SottoError('frame_not_paired');
      }
      const { nonce: _spent, expires: _over, ...at } = found;
      return frames.update((list) => {
        if (list.some((entry) => entry.document === document)) throw new SottoError('frame_not_paired');
        const frame = { ...at, document };
        return [keepNewest(list, frame, MOST), frame];
      });
    },
    require: async ({ document, tab, page }, kind = page) => {
      const frame = (await frames.get()).find((entry) => entry.document === document);
      if (!frame || frame.tab !== tab || frame.kind !== page || frame.kind !== kind) {
        throw new SottoError('frame_not_paired');
      }
      return frame;
    },
    forgetTab: async (tab) => {
      await nonces.update((list) => [list.filter((entry) => entry.tab !== tab), undefined]);
      await frames.update((list) => [list.filter((entry) => entry.tab !== tab), undefined]);
    },
  };
}
