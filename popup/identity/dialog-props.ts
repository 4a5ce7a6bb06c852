import type { IdentityView as Identity } from '../../src/protocol/core';

/** Of every dialog about one identity. */
export type DialogProps = {
  readonly identity: Identity;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
};
