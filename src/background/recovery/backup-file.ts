/** What stands in a backup: the vault's contents and the settings, as one text. */
import * as v from 'valibot';
import { openBackup, sealBackup } from '../../openpgp/backup';
import { toHex } from '../../openpgp/bytes';
import { SottoError } from '../../protocol/errors';
import { time } from '../../protocol/shapes';
import { withoutRemovedContacts } from '../conversations';
import { withoutHidden } from '../identities';
import { randomBytes } from '../bytes';
import type { DeviceId } from '../../openpgp/types';
import { CONTENTS_VERSION, writeContents, type Contents, type Recovery } from '../store/contents';
import { readContents } from '../store/migrate';
import type { RecoveryCode } from './words';

const FORM = 'Sotto backup';

const backupText = v.object({
  form: v.literal(FORM),
  made: time,
  /** Of the contents. */
  version: v.number(),
  contents: v.string(),
});

export type Backup = { readonly made: number; readonly contents: Contents };

/** Armored. Settings stay with the device: they say how long its screen may be left alone. */
export async function writeBackup(contents: Contents, { code }: Recovery, now: number): Promise<string> {
  const kept = writeContents(withoutDevice(contents, now));
  const text = JSON.stringify({ form: FORM, made: now, version: CONTENTS_VERSION, contents: kept });
  return sealBackup(text, code, now);
}

/**
 * Contents for a device of its own: messages that it writes begin a sequence of their own, beside the one of the device
 * that the backup was made on. Throws what `openBackup` and `readContents` throw.
 */
export async function readBackup(armored: string, code: RecoveryCode): Promise<Backup> {
  const text = await openBackup(armored, code);
  const parsed = v.safeParse(backupText, parseJson(text));
  if (!parsed.success) throw new SottoError('backup_none');
  const { made, version, contents } = parsed.output;
  const read = readContents(version, contents);
  const identities = read.identities.map((identity) => ({
    ...identity,
    device: toHex(randomBytes(8)) as DeviceId,
  }));
  return { made, contents: { ...read, identities } };
}

/** Without what only this device says, and what was deleted on it. */
function withoutDevice(contents: Contents, now: number): Contents {
  return { ...withoutRemovedContacts(withoutHidden(contents), now), outgoing: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
