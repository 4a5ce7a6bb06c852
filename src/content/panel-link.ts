/**
 * The content script's end of the side panel. While a panel follows this tab, messages are read and written there, and
 * the page shows ciphertext alone. The panel opens the port; who it is, the browser says.
 */
import * as v from 'valibot';
import { browser } from '../platform/browser';
import { toErrorCode } from '../protocol/errors';
import { fromPanel, MOST_LISTED, PANEL_PAGE, type Listed, type ToPanel } from '../protocol/panel';
import { createPanelReaders, type PanelReaders } from './panel-readers';
import type { OpenChat, Site } from './site';

export type PanelSend = (
  parts: readonly string[],
  progress: (part: number, total: number) => void,
) => Promise<void>;

/** What stands in the page for one chat, as the panel uses it. */
type PanelServer = {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly send: PanelSend;
  /** Goes back in the page's list. */
  readonly earlier: () => void;
  /** The person pastes this ciphertext into the page by hand; settles when it stands in the list. Null: no more. */
  readonly copied: (wire: string | null) => Promise<void>;
};

export type PanelLink = {
  readonly isOpen: () => boolean;
  /** From now on this chat is what the panel stands for; null: none is open. */
  readonly serve: (server: PanelServer | null) => void;
  /** Stands in for the readers of a chat that is served. */
  readonly createReaders: (site: Site) => PanelReaders;
  /** Takes a port that a panel may have opened. */
  readonly welcome: (port: Port) => void;
};

export type Port = ReturnType<typeof browser.runtime.connect>;

/** @param onSwitch a first panel came, or the last one went */
export function linkPanel(onSwitch: () => void): PanelLink {
  /** Each with the ids whose wire texts it was given. */
  const ports = new Map<Port, Set<number>>();
  let server: PanelServer | null = null;
  let items: readonly Required<Listed>[] = [];

  const say = (port: Port, message: ToPanel) => port.postMessage(message);
  const tellChat = (port: Port) => {
    const chat = server && {
      ...server.chat,
      limit: server.site.limit,
      newlines: server.site.newlines,
    };
    say(port, { type: 'chat', chat });
  };
  const tellList = (port: Port, given: Set<number>) => {
    const told = items.map(({ id, wire, side }) => {
      if (given.has(id)) return { id, side };
      given.add(id);
      return { id, wire, side };
    });
    say(port, { type: 'list', items: told });
  };

  const receive = (port: Port, given: Set<number>, message: unknown) => {
    const parsed = v.safeParse(fromPanel, message);
    if (!parsed.success) return;
    switch (parsed.output.type) {
      case 'send':
        void deliver(port, parsed.output);
        return;
      case 'need':
        for (const id of parsed.output.ids) given.delete(id);
        tellList(port, given);
        return;
      case 'copied': {
        const { ticket, wire } = parsed.output;
        void server?.copied(wire).then(() => ports.has(port) && say(port, { type: 'sent', ticket }));
        return;
      }
      case 'earlier':
        server?.earlier();
        return;
    }
  };

  const deliver = async (
    port: Port,
    { ticket, conversation, parts }: Extract<v.InferOutput<typeof fromPanel>, { type: 'send' }>,
  ) => {
    const open = server?.chat.conversation;
    try {
      if (!server || open?.chat !== conversation.chat || open.site !== conversation.site) {
        say(port, { type: 'failed', ticket, code: 'site_changed_chat', detail: '' });
        return;
      }
      await server.send(parts, (part, total) => say(port, { type: 'progress', ticket, part, total }));
      say(port, { type: 'sent', ticket });
    } catch (thrown) {
      if (ports.has(port)) say(port, { type: 'failed', ticket, ...toErrorCode(thrown) });
    }
  };

  const welcome = (port: Port) => {
    if (!isPanel(port)) return;
    const given = new Set<number>();
    ports.set(port, given);
    port.onMessage.addListener((message: unknown) => receive(port, given, message));
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (ports.size === 0) onSwitch();
    });
    if (ports.size === 1) {
      onSwitch();
      return;
    }
    tellChat(port);
    tellList(port, given);
  };
  const list = (next: readonly Required<Listed>[]) => {
    items = next.slice(-MOST_LISTED);
    for (const [port, given] of ports) tellList(port, given);
  };

  return {
    isOpen: () => ports.size > 0,
    serve: (next) => {
      server = next;
      items = [];
      for (const [port, given] of ports) {
        tellChat(port);
        tellList(port, given);
      }
    },
    createReaders: (site) => createPanelReaders(site, list),
    welcome,
  };
}

/** Only a page of ours: no other extension can open this port, and no web page has the means. */
function isPanel({ sender }: Port): boolean {
  if (sender?.id !== browser.runtime.id || sender.url === undefined) return false;
  const [address] = sender.url.split(/[?#]/);
  return address === browser.runtime.getURL(PANEL_PAGE);
}
