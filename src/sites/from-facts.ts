/** Makes a site that the content script can serve out of what is known of it. */
import {
  closestOf,
  lastStep,
  queryAll,
  queryFirst,
  queryVisible,
  type QueryRoot,
} from '../content/deep-query';
import { rootsBelow } from '../content/open-roots';
import { hosted, isVisible, type OpenChat, type Place, type Site } from '../content/site';
import type { ChatSource, SiteFacts, SurfaceFacts } from './facts';

export function siteFromFacts(facts: SiteFacts): Site {
  const isProduct = facts.hosts.length === 0;

  const chatAt = (surface: SurfaceFacts, root: QueryRoot): OpenChat | null => {
    const id = chatId(surface.chat, root);
    if (id === null) return null;
    // Empty while the page has not drawn it yet.
    const title = queryVisible(surface.title, root)?.textContent?.trim() ?? '';
    return {
      conversation: { site: facts.id, chat: isProduct ? hosted(id) : id.slice(0, 512) },
      title: title.slice(0, 200),
    };
  };
  /** One in which an old message is edited may pass for the compose box, and stand before it. */
  const composeBox = (surface: SurfaceFacts, root: QueryRoot): HTMLElement | null => {
    const edited = editBoxes();
    const seen = surface.box.flatMap((selector) => queryAll(selector, root).filter(isVisible));
    return seen.find((box) => !edited.has(box)) ?? seen[0] ?? null;
  };
  const editBoxes = () =>
    new Set((facts.edit?.box ?? []).flatMap((selector) => queryAll(selector).filter(isVisible)));
  const placeAt = (surface: SurfaceFacts, root: QueryRoot): Place[] => {
    const box = composeBox(surface, root);
    const list = queryVisible(surface.list, root);
    const chat = box || list ? chatAt(surface, root) : null;
    if (!chat) return [];
    const area = box && surface.area !== undefined ? closestOf(box, [surface.area]) : null;
    const sendButton = () => queryVisible(surface.send, root);
    return [{ chat, list, writing: box && { box, area: area ?? box, sendButton } }];
  };

  const isDeep = facts.text.some((selector) => selector.includes(' >> '));
  return {
    id: facts.id,
    detect: () => (facts.product ? queryFirst(facts.product) !== null : true),
    places: () =>
      distinct(surfacesHere(facts.surfaces).flatMap(({ surface, root }) => placeAt(surface, root))),
    // Whole roots, also while no message stands in them: the first one must not go unseen.
    ...(isDeep && { islands: (list) => rootsBelow(list).flatMap((inner) => [...inner.children]) }),
    matched: ({ writing, list }) => ({
      box: indexOf(
        writing?.box,
        facts.surfaces.flatMap((surface) => surface.box),
      ),
      list: indexOf(
        list,
        facts.surfaces.flatMap((surface) => surface.list),
      ),
    }),
    edits: () => {
      const { edit } = facts;
      if (!edit) return [];
      return [...editBoxes()].map((box) => ({
        box,
        area: (edit.area === undefined ? null : closestOf(box, [edit.area])) ?? box,
        sendButton: () => queryVisible(edit.save, closestOf(box, facts.row) ?? document),
        cancelButton: () => queryVisible(edit.cancel ?? [], closestOf(box, facts.row) ?? document),
      }));
    },
    wayOf: (element) => {
      for (const { kind, control } of facts.otherWays) {
        if (closestOf(element, control)) return kind;
      }
      return null;
    },
    insert: facts.insert,
    enter: facts.enter,
    limit: facts.limit === null ? facts.part : Math.min(facts.limit, facts.part),
    newlines: facts.newlines,
    delivery: (text) => {
      const row = closestOf(text, facts.row);
      if (!row) return 'sent';
      if (queryHere(facts.failed, row)) return 'failed';
      return queryHere(facts.pending, row) ? 'pending' : 'sent';
    },
    isMessageText: (element) => facts.text.some((selector) => element.matches(lastStep(selector))),
    seeMore: (text) => {
      const row = closestOf(text, facts.row);
      return row ? queryFirst(facts.seeMore, row) : null;
    },
    upload: uploadFromFacts(facts.upload),
    pace: facts.pace,
  };
}

function uploadFromFacts(facts: SiteFacts['upload']): Site['upload'] {
  if (typeof facts === 'string') return facts;
  return {
    takes: facts.takes,
    most: facts.most,
    offers: facts.offers,
    input: () => {
      const found = queryFirst(facts.input);
      return found instanceof HTMLInputElement ? found : null;
    },
    menu: (facts.menu ?? []).map((step) => () => queryVisible(step)),
    confirm: () => queryVisible(facts.confirm ?? []),
    card: () => queryVisible(facts.card ?? []),
    address: facts.address ?? null,
    attachments: (list) => facts.attachment.flatMap((selector) => queryAll(selector, list)),
    link: (attachment: HTMLElement) => queryHere(facts.link, attachment),
  };
}

/** Each surface that may stand at this address, once for each element that it stands within. */
function surfacesHere(all: readonly SurfaceFacts[]) {
  const address = `${location.pathname}${location.search}${location.hash}`;
  return all
    .filter(({ at }) => at?.test(address) ?? true)
    .flatMap((surface) => {
      const roots: readonly QueryRoot[] = surface.within
        ? surface.within.flatMap((selector) => queryAll(selector).filter(isVisible))
        : [document];
      return roots.map((root) => ({ surface, root }));
    });
}

/** A box or a list is in one place only: the earlier one's, and one where people can write before one where they cannot. */
function distinct(places: readonly Place[]): Place[] {
  const taken = new Set<Element>();
  const inOrder = places.toSorted(
    (one, other) => Number(one.writing === null) - Number(other.writing === null),
  );
  return inOrder.filter(({ writing, list }) => {
    const own = [writing?.box, list].filter((element) => element instanceof Element);
    if (own.some((element) => taken.has(element))) return false;
    for (const element of own) taken.add(element);
    return true;
  });
}

function chatId(source: ChatSource, root: QueryRoot): string | null {
  if (source.from === 'attribute') return queryHere(source.of, root)?.getAttribute(source.attribute) ?? null;
  if (source.from === 'text') return queryVisible(source.of, root)?.textContent?.trim() || null;
  const parts = { path: location.pathname, hash: location.hash, address: location.href };
  for (const pattern of source.patterns) {
    const id = pattern.exec(parts[source.from])?.[1];
    if (id) return decoded(id);
  }
  return null;
}

/** As `queryFirst`; the root itself counts too. */
function queryHere(selectors: readonly string[], root: QueryRoot): HTMLElement | null {
  const isIt = root instanceof HTMLElement && selectors.some((selector) => root.matches(lastStep(selector)));
  return isIt ? root : queryFirst(selectors, root);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Which selector names this element, counted over all surfaces; null: none does. */
function indexOf(element: Element | null | undefined, selectors: readonly string[]): number | null {
  const at = element ? selectors.findIndex((selector) => element.matches(lastStep(selector))) : -1;
  return at < 0 ? null : at;
}
