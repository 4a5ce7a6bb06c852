/** The frame's claim to its place, and the way from a frame to our own window. */
import type { CoreParts } from './core-parts';
import type { Handlers } from './router';

export function frameHandlers({ platform, vault, pairing }: CoreParts) {
  return {
    'frame.claim': async ({ nonce }, sender) => {
      const { kind, conversation, title, limit } = await pairing.claim(nonce, sender);
      return { kind, conversation, title, limit, seal: (await vault.clear()).vault?.seal ?? null };
    },
    'window.open': async ({ view }, sender) => {
      if (sender.kind === 'frame') await pairing.require(sender);
      // The page's own first run and unlocking come before any view, whichever is named.
      const place = view === 'unlock' ? '#unlock' : view === 'start' ? '?view=full' : `?view=full#${view}`;
      const url = platform.runtime.getURL(`popup/index.html${place}`);
      await platform.windows.create({ url, type: 'popup', width: 440, height: 680 });
      return {};
    },
  } satisfies Partial<Handlers>;
}
