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

/** One value, so that a nonce is spent and its frame paired by one write. */
const everything = v.strictObject({ nonces: v.array(announced), frames: v.array(paired) });
type Everything = {
  readonly nonces: readonly Announced[];
  readonly frames: readonly Paired[];
};

export function createPairing(session: Platform['session'], now: () => number): Pairing {
  const cell = sessionCell<Everything>(session, 'pairing', everything, { nonces: [], frames: [] });

  return {
    announce: (at) =>
      cell.update(({ nonces, frames }) => {
        const nonce = randomNonce();
        const alive = nonces.filter(({ expires }) => expires > now());
        const next = keepNewest(alive, { ...at, nonce, expires: now() + NONCE_LIFE }, MOST);
        return [{ nonces: next, frames }, nonce];
      }),
    claim: async (nonce, sender) => {
      const frame = await cell.update(({ nonces, frames }) => {
        const found = nonces.find((entry) => entry.nonce === nonce);
        const left = nonces.filter((entry) => entry !== found);
        const claimed = found && pairedWith(found, frames, sender, now());
        return [{ nonces: left, frames: claimed ? keepNewest(frames, claimed, MOST) : frames }, claimed];
      });
      if (!frame) throw new SottoError('frame_not_paired');
      return frame;
    },
    require: async ({ document, tab, page }, kind = page) => {
      const frame = (await cell.get()).frames.find((entry) => entry.document === document);
      if (!frame || frame.tab !== tab || frame.kind !== page || frame.kind !== kind) {
        throw new SottoError('frame_not_paired');
      }
      return frame;
    },
    forgetTab: (tab) =>
      cell.update(({ nonces, frames }) => {
        const isElsewhere = (entry: { readonly tab: number }) => entry.tab !== tab;
        return [{ nonces: nonces.filter(isElsewhere), frames: frames.filter(isElsewhere) }, undefined];
      }),
  };
}

/** The frame that this document becomes by the nonce; null if the nonce was not for it. */
function pairedWith(
  { nonce: _spent, expires, ...at }: Announced,
  frames: readonly Paired[],
  { tab, document, page }: FrameSender,
  now: number,
): Paired | null {
  const isMeant = expires > now && at.tab === tab && at.kind === page;
  if (!isMeant || frames.some((entry) => entry.document === document)) return null;
  return { ...at, document };
}
