/** What the composer's model needs of the world around it. */
import type { ask as askCore } from '../ask';
import type { FromComposer } from '../../protocol/port';
import type { Outbox } from './files/outbox';

export type Surroundings = {
  readonly ask: typeof askCore;
  /** Most characters in one message of this site; null: not limited. */
  readonly limit: number | null;
  /** Whether the extension still runs. */
  readonly isAlive: () => boolean;
  readonly post: (message: FromComposer) => void;
  /** Whether the person can see the composer, waiting a moment for it. */
  readonly isSeen: () => Promise<boolean>;
  /** Files go before the text. */
  readonly files: Outbox;
  /** Something in the model's state changed. */
  readonly onChange: () => void;
  /** The text was changed by something else than typing. */
  readonly onText: (text: string) => void;
  readonly onFocus: () => void;
};
