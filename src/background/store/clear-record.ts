/** What can be read while the vault is locked, and says nothing about people or words. */
import * as v from 'valibot';
import { chatMode, type ChatMode } from '../../protocol/chat-state';
import { notifications, seal } from '../../protocol/shapes';
import { randomBytes } from '../bytes';

/** Grows by one with each file in `migrations/`. */
export const CLEAR_VERSION = 4;

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

export const clearRecord = v.strictObject({
  version: v.literal(CLEAR_VERSION),
  /** Null before there is an identity. */
  vault: v.nullable(v.strictObject({ wrappedDataKey: bytes, seal })),
  settings: v.strictObject({
    lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
    lockOnScreenLock: v.boolean(),
    theme: v.picklist(['system', 'light', 'dark']),
    notifications,
  }),
  /** Origins without port that are switched on, such as "https://chat.example". */
  sites: v.array(v.string()),
  /** Salt of the chat index. */
  salt: bytes,
  /**
   * How each chat stands, by salted hash of site and chat: so that a locked Sotto still covers the box of an
   * encrypted chat, and the disk does not list whom one talks to.
   */
  chats: v.record(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), chatMode),
  /** Wrong passphrases in a row, and the time before which none is tried, in milliseconds since the epoch. */
  attempts: v.strictObject({ failures: v.pipe(v.number(), v.integer(), v.minValue(0)), until: v.number() }),
});
export type ClearRecord = v.InferOutput<typeof clearRecord>;
export type ChatIndex = Readonly<Record<string, ChatMode>>;

export function emptyClearRecord(): ClearRecord {
  return {
    version: CLEAR_VERSION,
    vault: null,
    settings: { lockAfterMinutes: 60, lockOnScreenLock: true, theme: 'system', notifications: 'none' },
    sites: [],
    salt: randomBytes(16),
    chats: {},
    attempts: { failures: 0, until: 0 },
  };
}
