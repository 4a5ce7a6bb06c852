/** Makes a site that the content script can serve out of what is known of it. */
import { closestOf, queryAll, queryFirst, queryVisible, type QueryRoot } from '../content/deep-query';
import { hosted, isVisible, type OpenChat, type Site } from '../content/site';
import type { ChatSource, SiteFacts, SurfaceFacts } from './facts';

export function siteFromFacts(facts: SiteFacts): Site {
  const isProduct = facts.hosts.length === 0;
  const open = () => firstSurface(facts.surfaces);
  const chat = (): OpenChat | null => {
    const surface = open();
    if (!surface) return null;
    const id = chatId(surface.facts.chat, surface.root);
    if (id === null) return null;
    const title = queryVisible(surface.facts.title, surface.root)?.textContent?.trim();
    return {
      conversation: { site: facts.id, chat: isProduct ? hosted(id) : id.slice(0, 512) },
      title: (title || facts.name).slice(0, 200),
    };
  };
  return {
    id: facts.id,
    detect: () => (facts.product ? queryFirst(facts.product) !== null : true),
    chat,
    composeBox: () => {
      const surface = open();
      return surface ? queryVisible(surface.facts.box, surface.root) : null;
    },
    composeArea: (box) => {
      const area = open()?.facts.area;
      return area === undefined ? box : (closestOf(box, [area]) ?? box);
    },
    messageRoot: () => {
      const surface = open();
      return surface ? queryVisible(surface.facts.list, surface.root) : null;
    },
    sendButton: () => {
      const surface = open();
      return surface ? queryVisible(surface.facts.send, surface.root) : null;
    },
    insert: facts.insert,
    limit: facts.limit === null ? facts.part : Math.min(facts.limit, facts.part),
    newlines: facts.newlines,
    delivery: (text) => {
      const row = closestOf(text, facts.row);
      if (!row) return 'sent';
      if (queryFirst(facts.failed, row)) return 'failed';
      return queryFirst(facts.pending, row) ? 'pending' : 'sent';
    },
    isMessageText: (element) =>
      facts.text.some((selector) => element.matches(selector.split(' >> ').at(-1) ?? selector)),
    seeMore: (text) => {
      const row = closestOf(text, facts.row);
      return row ? queryFirst(facts.seeMore, row) : null;
    },
    pace: facts.pace,
  };
}

type Surface = { readonly facts: SurfaceFacts; readonly root: QueryRoot };

function firstSurface(all: readonly SurfaceFacts[]): Surface | null {
  const address = `${location.pathname}${location.search}${location.hash}`;
  for (const facts of all) {
    if (facts.at && !facts.at.test(address)) continue;
    const roots = facts.within
      ? facts.within.flatMap((selector) => queryAll(selector).filter(isVisible))
      : [document];
    for (const root of roots) if (queryVisible(facts.box, root)) return { facts, root };
  }
  return null;
}

function chatId(source: ChatSource, root: QueryRoot): string | null {
  if (source.from === 'attribute') return queryFirst(source.of, root)?.getAttribute(source.attribute) ?? null;
  if (source.from === 'text') return queryVisible(source.of, root)?.textContent?.trim() || null;
  const parts = { path: location.pathname, hash: location.hash, address: location.href };
  for (const pattern of source.patterns) {
    const id = pattern.exec(parts[source.from])?.[1];
    if (id) return decoded(id);
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
