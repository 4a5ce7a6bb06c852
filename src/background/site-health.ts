/** How the sites' scripts get on with the pages in the tabs, as they last said: for the popup and the side panel. */
import * as v from 'valibot';
import { healthView, type HealthView } from '../protocol/health';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

const entry = v.strictObject({ tab: v.number(), frame: v.number(), view: healthView });
type Entry = v.InferOutput<typeof entry>;

const MOST_ENTRIES = 100;

export type SiteHealth = {
  readonly note: (report: Entry) => Promise<void>;
  /** Of the frame in which a chat is open, or else of what spoke last there; of any tab for null. */
  readonly inTab: (tab: number | null) => Promise<HealthView | null>;
  readonly forgetTab: (tab: number) => Promise<void>;
};

export function createSiteHealth(session: Platform['session']): SiteHealth {
  const reports = sessionCell<readonly Entry[]>(session, 'siteHealth', v.array(entry), []);
  return {
    note: (report) =>
      reports.update((list) => {
        const others = list.filter(({ tab, frame }) => tab !== report.tab || frame !== report.frame);
        // The tab's own page speaks anew when another was opened: what its frames said is over then.
        const kept = report.frame === 0 ? others.filter(({ tab }) => tab !== report.tab) : others;
        return [[...kept.slice(1 - MOST_ENTRIES), report], undefined];
      }),
    inTab: async (tab) => {
      const all = await reports.get();
      const here = all.filter((report) => report.tab === (tab ?? all.at(-1)?.tab));
      return (here.findLast(({ view }) => view.chat === 'open') ?? here.at(-1))?.view ?? null;
    },
    forgetTab: (tab) => reports.update((list) => [list.filter((report) => report.tab !== tab), undefined]),
  };
}
