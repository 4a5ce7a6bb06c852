/** The script's own check of the page that it stands in, and what it tells the core of it. */
import { toErrorCode } from '../protocol/errors';
import { healthStateOf, type Health, type HealthState } from '../protocol/health';
import { ask } from './ask';
import type { Place, Site } from './site';

export type HealthWatch = {
  /** Looks at what stands in the page now; tells the core if that is news. */
  readonly look: (site: Site, places: readonly Place[]) => void;
  /** Learns from a send how far it came; gives it back as it is. */
  readonly learn: (sending: Promise<void>) => Promise<void>;
  readonly state: () => HealthState;
};

export function watchHealth(): HealthWatch {
  let outcome: Pick<Health, 'insert' | 'sent'> = { insert: 'untried', sent: 'untried' };
  let now: Health | null = null;
  let told = '';
  let last: readonly [Site, readonly Place[]] | null = null;

  const look = (site: Site, places: readonly Place[]) => {
    last = [site, places];
    const [main] = places;
    // Most frames of a page are no messenger: only one that has or had a chat speaks, and the page itself.
    if (!main && window !== window.top && now === null) return;
    const matched = main && site.matched?.(main);
    now = {
      chat: main ? 'open' : 'none',
      box: main?.writing ? 'found' : 'missing',
      boxAt: matched?.box ?? null,
      list: main?.list ? 'found' : 'missing',
      listAt: matched?.list ?? null,
      ...outcome,
    };
    const news = JSON.stringify(now);
    if (news === told) return;
    told = news;
    ask('site.health', { site: site.id, health: now }).catch(() => {
      // Switched off, or the core was just being started: told at the next look.
      told = '';
    });
  };

  return {
    look,
    learn: async (sending) => {
      try {
        await sending;
        outcome = { insert: 'held', sent: 'seen' };
      } catch (thrown) {
        const { code } = toErrorCode(thrown);
        if (code === 'site_refused') outcome = { ...outcome, insert: 'refused' };
        if (code === 'site_not_sent') outcome = { insert: 'held', sent: 'unseen' };
        throw thrown;
      } finally {
        if (last) look(...last);
      }
    },
    state: () => (now ? healthStateOf(now) : 'working'),
  };
}
