/**
 * The chat in the panel: its messages as one list, and under it the composer. The panel is to Sotto's frames what a
 * messenger's page is, but a page of our own: the same reader, cards and composer stand in it, paired by the core.
 */
import { placeComposer, type Composer } from '../../src/content/composer';
import { createReaders } from '../../src/content/readers';
import type { Site } from '../../src/content/site';
import { ask } from '../../src/protocol/ask';
import type { PanelChat } from '../../src/protocol/panel';
import type { PanelSend } from '../../src/content/panel-link';
import type { PageList } from './link';
import { mergeRows, rowsOf, type Row } from './order';

export type Stage = {
  readonly list: (items: PageList) => void;
  readonly remove: () => void;
};

type Parts = {
  /** Stands in what scrolls; the stage alone puts elements into it. */
  readonly rows: HTMLElement;
  readonly footer: HTMLElement;
  readonly box: HTMLElement;
};

/** Characters of ciphertext under a reader's place: enough to give it all the width there is. */
const FILLER = 400;

export function stageChat(options: {
  readonly parts: Parts;
  readonly chat: PanelChat;
  readonly send: PanelSend;
  readonly copied: (wire: string | null) => Promise<void>;
  readonly need: (ids: readonly number[]) => void;
  /** How the chat stands, whenever that was looked up. */
  readonly onState: (encrypted: boolean) => void;
  readonly onCount: (messages: number) => void;
}): Stage {
  const { parts, chat, send } = options;
  const site = panelSite(chat);
  const life = new AbortController();
  const wires = new Map<number, string>();
  const elements = new Map<string, { readonly row: HTMLElement; readonly text: HTMLElement }>();
  let rows: readonly Row[] = [];
  let composer: Composer | null = null;

  const refresh = () => {
    ask('chat.look', { conversation: chat.conversation, title: chat.title }).then(
      (state) => {
        if (life.signal.aborted) return undefined;
        composer?.update(state);
        options.onState(state.mode !== 'off');
        return undefined;
      },
      () => setTimeout(() => !life.signal.aborted && refresh(), 1000),
    );
  };

  const readAll = () => {
    const found = rows.flatMap(({ key, wire }) => {
      const element = elements.get(key)?.text;
      return element ? [{ element, wire, complete: true }] : [];
    });
    readers.found(found);
  };
  const readers = createReaders({
    site,
    chat,
    send: (answer) => send(answer, () => undefined),
    onRefresh: refresh,
    onLost: () => setTimeout(() => !life.signal.aborted && readAll(), 500),
  });

  const placeOne = () => {
    composer = placeComposer({
      site,
      chat,
      writing: { box: parts.box, area: parts.footer, sendButton: () => null },
      guarded: {
        covered: new Set(),
        inserting: false,
        onIntrusion: () => undefined,
        lookAgain: () => undefined,
      },
      // Nothing but our own pages is here: there is nobody to keep keys from.
      guard: { take: () => undefined, lost: () => undefined, release: () => undefined },
      turns: (work) => work(),
      where: 'panel',
      within: null,
      onCopied: options.copied,
      send,
      upload: null,
      // The panel has no box in which a site edits.
      onCancel: () => undefined,
      onRefresh: refresh,
      onLost: () => setTimeout(() => !life.signal.aborted && placeOne(), 500),
    });
    refresh();
  };

  const draw = () => {
    const fresh: { element: HTMLElement; wire: string; complete: boolean }[] = [];
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, { row }] of elements) {
      if (keys.has(key)) continue;
      row.remove();
      elements.delete(key);
    }
    let cursor: Element | null = parts.rows.firstElementChild;
    for (const { key, wire, side } of rows) {
      const known = elements.get(key);
      const { row, text } = known ?? makeRow(wire);
      row.dataset['side'] = side;
      if (row === cursor) cursor = cursor.nextElementSibling;
      else parts.rows.insertBefore(row, cursor);
      if (known) continue;
      elements.set(key, { row, text });
      fresh.push({ element: text, wire, complete: true });
    }
    readers.found(fresh);
    readers.moved();
    options.onCount(rows.length);
  };

  placeOne();
  return {
    list: (items) => {
      const unknown = items.filter(({ id, wire }) => wire === undefined && !wires.has(id));
      if (unknown.length > 0) {
        options.need(unknown.map(({ id }) => id));
        return;
      }
      for (const { id, wire } of items) if (wire !== undefined) wires.set(id, wire);
      const listed = items.map(({ id, side }) => ({ wire: wires.get(id) ?? '', side }));
      rows = mergeRows(rows, rowsOf(listed));
      draw();
    },
    remove: () => {
      life.abort();
      composer?.remove();
      readers.remove();
      for (const { row } of elements.values()) row.remove();
    },
  };
}

function makeRow(wire: string): { row: HTMLElement; text: HTMLElement } {
  const row = document.createElement('div');
  row.className = 'row';
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  const text = document.createElement('div');
  text.textContent = wire.slice(0, FILLER);
  bubble.append(text);
  row.append(bubble);
  return { row, text };
}

/** The panel's own list and box, as a messenger's are described. */
function panelSite({ conversation, limit, newlines }: PanelChat): Site {
  return {
    id: conversation.site,
    detect: () => true,
    places: () => [],
    insert: [],
    enter: 'none',
    limit,
    newlines,
    delivery: () => 'sent',
    isMessageText: () => true,
    seeMore: () => null,
    upload: 'unknown',
    pace: 0,
  };
}
