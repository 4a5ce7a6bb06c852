/** 4 -> 5: there may be a recovery code. */
import type { Migration } from '../migrate';

export const recovery: Migration = {
  clear: (record) => record,
  contents: (record) => ({ ...record, recovery: null }),
};
