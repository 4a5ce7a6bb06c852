/** What Sotto's own pages ask about backups and the recovery code that opens them. */
import * as v from 'valibot';
import type { Entry } from './content-requests';
import { passphrase } from './identity-requests';
import { fingerprint, seal, time } from './shapes';

export const RECOVERY_WORDS = 24;
/** Words that are asked back, so that a sheet was surely written or printed. */
const ASKED_WORDS = 2;

const nothing = v.strictObject({});
/** Armored. */
const file = v.pipe(v.string(), v.maxLength(16_000_000));
const words = v.pipe(v.string(), v.maxLength(2000));
const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(RECOVERY_WORDS));

/** How far a person is with it. */
const recoveryView = v.strictObject({
  /** When the code was made; null: there is none. */
  made: v.nullable(time),
  /** When words of it were last asked back and right. */
  checked: v.nullable(time),
  /** When a backup was last saved under it. */
  saved: v.nullable(time),
  /** Whether people, chats or identities changed since then. */
  changed: v.boolean(),
});
export type RecoveryView = v.InferOutput<typeof recoveryView>;

/** What differs between a backup and what is here. Nothing here is overwritten: it stays as it is here. */
const difference = v.strictObject({
  kind: v.picklist(['identity', 'contact', 'chat']),
  name: v.string(),
});

const backupView = v.strictObject({
  made: time,
  /** Of ours. `known`: it is here already. */
  identities: v.array(v.strictObject({ name: v.string(), fingerprint, known: v.boolean() })),
  /** How many there are in it, how many of them are not here, and the names of those, which a person is to know. */
  contacts: v.strictObject({ all: v.number(), fresh: v.number(), names: v.array(v.string()) }),
  /** How many there are in it, and how many of them are not here. */
  chats: v.strictObject({ all: v.number(), fresh: v.number() }),
  /** Names of contacts that were compared there and not here: they count as compared here too. */
  compared: v.array(v.string()),
  differences: v.array(difference),
});
export type BackupView = v.InferOutput<typeof backupView>;

export const recoveryRequests = {
  'recovery.look': { from: ['page'], request: nothing, reply: recoveryView },
  /**
   * The words, made the first time. `renew`: others, and files saved under the ones before are opened by those alone. The
   * passphrase is the vault's, asked for so that a passer-by gets nothing.
   */
  'recovery.words': {
    from: ['page'],
    request: v.strictObject({ current: passphrase, renew: v.boolean() }),
    reply: v.strictObject({ words: v.array(v.string()) }),
  },
  /** Whether these words stand at these places of the code. */
  'recovery.check': {
    from: ['page'],
    request: v.strictObject({
      answers: v.pipe(
        v.array(v.strictObject({ place, word: v.pipe(v.string(), v.maxLength(100)) })),
        v.length(ASKED_WORDS),
      ),
    }),
    reply: v.strictObject({ right: v.boolean() }),
  },
  /** Everything that is to survive this computer, under the recovery code. */
  'backup.save': { from: ['page'], request: nothing, reply: v.strictObject({ file }) },
  /** What is in a backup, and what of it is not here, without keeping anything. */
  'backup.inspect': { from: ['page'], request: v.strictObject({ file, words }), reply: backupView },
  /** Where there is no identity yet: all of it, under a passphrase of this device. */
  'backup.restore': {
    from: ['page'],
    request: v.strictObject({ file, words, passphrase, seal }),
    reply: nothing,
  },
  /** Adds what is not here. What differs stays as it is here. */
  'backup.merge': { from: ['page'], request: v.strictObject({ file, words }), reply: nothing },
} as const satisfies Record<string, Entry>;
