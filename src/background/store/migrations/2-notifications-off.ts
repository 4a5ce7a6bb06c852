/** 2 -> 3: what notifications say is the person's choice, and nothing until it is made. */
import type { Migration } from '../migrate';

export const notificationsOff: Migration = {
  clear: ({ settings, ...record }) => ({
    ...record,
    settings: { ...(typeof settings === 'object' ? settings : {}), notifications: 'none' },
  }),
  contents: (record) => record,
};
