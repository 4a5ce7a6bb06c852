/**
 * 1 -> 2: wrong passphrases are counted on disk, so that ending the worker does not reset the count; and each
 * conversation remembers which members bind their messages to it.
 */
import type { Migration } from '../migrate';

export const attemptsAndBindings: Migration = {
  clear: (record) => ({ ...record, attempts: { failures: 0, until: 0 } }),
  contents: (record) => ({
    ...record,
    conversations: Array.isArray(record['conversations'])
      ? record['conversations'].map((conversation: object) => ({ ...conversation, binds: [] }))
      : [],
  }),
};
