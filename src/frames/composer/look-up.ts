/** Asks the core how the chat stands. */
import type { ask as askCore } from '../ask';
import type { ReplyBody } from '../../protocol/core';

/** Milliseconds between two looks at a core that does not answer, at most. */
const SELDOM = 30_000;

/** The newest look counts; while the core does not answer, it is asked again ever more seldom. */
export function createLookUp(
  ask: typeof askCore,
  isAlive: () => boolean,
  take: (reply: ReplyBody<'composer.look'>) => void,
  onDead: () => void,
): () => Promise<void> {
  let looks = 0;
  const look = async (delay: number): Promise<void> => {
    looks += 1;
    const mine = looks;
    try {
      const reply = await ask('composer.look', {});
      if (mine === looks) take(reply);
    } catch {
      if (!isAlive()) return onDead();
      setTimeout(() => {
        if (mine === looks) void look(Math.min(delay * 2, SELDOM));
      }, delay);
    }
  };
  return () => look(500);
}
