/**
 * Narrows the browser's raw sender once to who is asking. Later code cannot see the raw one.
 *
 * Seen in Chromium 156 and Firefox 153: `sender.url`, `sender.origin`, `frameId` and `documentId` are there for
 * content scripts and for our frames alike; a frame of ours loaded by its `use_dynamic_url` address still shows the
 * extension's lasting id in `url` and `origin`, so one comparison with `runtime.getURL` holds in both browsers.
 */
import * as v from 'valibot';
import { frameKind, type FrameKind } from '../protocol/content-requests';
import type { Platform } from './platform';

export type ContentSender = {
  readonly kind: 'content';
  readonly tab: number;
  /** Which document of the tab: 0 is the tab's own page. */
  readonly frame: number;
  readonly document: string;
  readonly url: URL;
};
export type FrameSender = {
  readonly kind: 'frame';
  /** `NO_TAB` in the browser's side panel, which is none. */
  readonly tab: number;
  readonly document: string;
  /** Which of our frame pages it is, by its URL. */
  readonly page: FrameKind;
};
export type PageSender = {
  readonly kind: 'page';
  /** The tab it is open in; null for the popup and the side panel. */
  readonly tab: number | null;
};
/** As the browsers' own `tabs.TAB_ID_NONE`. */
export const NO_TAB = -1;
export type Sender = ContentSender | FrameSender | PageSender;

/** Not strict: the browser's object, which differs between browsers and grows. */
const rawSender = v.object({
  id: v.string(),
  url: v.pipe(v.string(), v.url()),
  frameId: v.optional(v.number()),
  documentId: v.optional(v.pipe(v.string(), v.minLength(1))),
  tab: v.optional(v.object({ id: v.number() })),
});

/**
 * Who is asking, or null for anyone who has nothing to ask of the core.
 * @param place what a frame in the side panel says of its place, which only it, the panel and the core know
 */
export function readSender(raw: unknown, runtime: Platform['runtime'], place?: string): Sender | null {
  const parsed = v.safeParse(rawSender, raw);
  if (!parsed.success || parsed.output.id !== runtime.id) return null;
  const { tab, frameId, documentId } = parsed.output;
  const url = new URL(parsed.output.url);

  if (url.protocol === 'https:' || url.protocol === 'http:') {
    if (!tab || documentId === undefined) return null;
    return { kind: 'content', tab: tab.id, frame: frameId ?? 0, document: documentId, url };
  }
  // Both are compared by protocol and host: `origin` of an extension's URL is "null" outside browsers.
  const own = new URL(runtime.getURL(''));
  if (url.protocol !== own.protocol || url.host !== own.host) return null;
  if (ownPages.has(url.pathname)) {
    if (tab && frameId !== 0) return null;
    return { kind: 'page', tab: tab?.id ?? null };
  }
  const page = v.safeParse(frameKind, /^\/frames\/([a-z]+)\.html$/.exec(url.pathname)?.[1]);
  // The side panel is no tab, and there Chromium 156 tells neither document nor frame: the place's own secret stands for it.
  const inPanel = tab || place === undefined ? undefined : `panel ${place}`;
  const document = documentId ?? inPanel;
  if (!page.success || document === undefined) return null;
  // In a tab our frames stand in other pages only.
  if (tab && (frameId === undefined || frameId === 0)) return null;
  return { kind: 'frame', tab: tab?.id ?? NO_TAB, document, page: page.output };
}

const ownPages: ReadonlySet<string> = new Set(['/popup/index.html', '/popup/panel.html']);
