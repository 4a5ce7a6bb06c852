/** Brings records of any earlier version to today's, one numbered step after the other. */
import * as v from 'valibot';
import { SottoError } from '../../protocol/errors';
import { CLEAR_VERSION, clearRecord, type ClearRecord } from './clear-record';
import { CONTENTS_VERSION, contents, type Contents } from './contents';
import { attemptsAndBindings } from './migrations/1-attempts-and-bindings';
import { notificationsOff } from './migrations/2-notifications-off';
import { identities } from './migrations/3-identities';
import { recovery } from './migrations/4-recovery';

type Raw = Readonly<Record<string, unknown>>;

/** One step. What it gets has the version before, unparsed: each step knows its own old shape only. */
export type Migration = {
  readonly clear: (record: Raw) => Raw;
  readonly contents: (record: Raw) => Raw;
};

/** The step at index n leads from version n + 1 to n + 2. */
const migrations: readonly Migration[] = [attemptsAndBindings, notificationsOff, identities, recovery];

/** Throws SottoError `newer_version` or `storage_unreadable`; the stored record is not touched by either. */
export function readClear(record: unknown): ClearRecord {
  const raw = v.safeParse(v.looseObject({ version: v.number() }), record);
  if (!raw.success) throw new SottoError('storage_unreadable');
  const migrated = steps(raw.output.version, CLEAR_VERSION).reduce<Raw>(
    (value, step) => step.clear(value),
    raw.output,
  );
  const parsed = v.safeParse(clearRecord, { ...migrated, version: CLEAR_VERSION });
  if (!parsed.success) throw new SottoError('storage_unreadable', v.getDotPath(parsed.issues[0]) ?? '');
  return parsed.output;
}

/** @param json the opened contents of a sealed record of `version`. Throws as readClear does. */
export function readContents(version: number, json: string): Contents {
  const raw = v.safeParse(v.looseObject({}), parseJson(json));
  if (!raw.success) throw new SottoError('storage_unreadable');
  const migrated = steps(version, CONTENTS_VERSION).reduce<Raw>(
    (value, step) => step.contents(value),
    raw.output,
  );
  const parsed = v.safeParse(contents, migrated);
  if (!parsed.success) throw new SottoError('storage_unreadable', v.getDotPath(parsed.issues[0]) ?? '');
  return parsed.output;
}

function steps(from: number, to: number): readonly Migration[] {
  if (from > to) throw new SottoError('newer_version');
  if (!Number.isInteger(from) || from < 1) throw new SottoError('storage_unreadable');
  return migrations.slice(from - 1, to - 1);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
