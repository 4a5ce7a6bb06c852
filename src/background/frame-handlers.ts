/** The frame's claim to its place, and the way from a frame to our own window. */
import type { CoreParts } from './core-parts';
import { createOwnWindow } from './own-window';
import type { Handlers } from './router';

export function frameHandlers({ platform, vault, pairing, openChats }: CoreParts) {
  const ownWindow = createOwnWindow(platform);

  return {
    'frame.claim': async ({ nonce }, sender) => {
      const { kind, conversation, limit } = await pairing.claim(nonce, sender);
      const title = await openChats.titleOf(conversation);
      return { kind, conversation, title, limit, seal: (await vault.peekClear())?.vault?.seal ?? null };
    },
    'window.open': async ({ view }, sender) => {
      if (sender.kind === 'frame') await pairing.require(sender);
      await ownWindow.show(view);
      return {};
    },
  } satisfies Partial<Handlers>;
}
