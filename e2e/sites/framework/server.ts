/**
 * One server for all test pages, told apart by the name that they are asked under: `web.whatsapp.com.localhost` is
 * loopback in every browser. It keeps each page's messages, tells both sides, and logs everything that reached it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import path from 'node:path';
import { root } from '../../lib/paths';
import { bundlePage } from '../editors/bundle-page';
import { peers, pairOf, type Who } from './peers';
import { strictPolicy } from './policy';
import type { FromPage, Message, SitePage, ToPage } from './site-page';

/** One thing that reached the server: a request with its headers and body, or one WebSocket message, as it came. */
type LogEntry = { readonly page: string; readonly user: string; readonly body: string };

/** A file that somebody gave to the site, as the site knows it. */
type Upload = {
  readonly page: string;
  readonly user: Who;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
};

export type SitesServer = {
  /** `http://web.whatsapp.com.localhost:PORT` */
  readonly originOf: (page: SitePage) => string;
  /** The page's chat with the other one, as this person sees it. */
  readonly chatUrl: (page: SitePage, who: Who) => string;
  readonly messages: (page: SitePage) => readonly Message[];
  readonly uploads: (page: SitePage) => readonly Upload[];
  /** Everything that this page sent, as one text; the bytes of files too. */
  readonly received: (page: SitePage) => string;
  /** The next time this person opens the page, this text stands in the box, as if left there before Sotto came. */
  readonly leaveDraft: (page: SitePage, who: Who, text: string) => void;
  readonly close: () => Promise<void>;
};

const isWho = (text: string | undefined): text is Who => text === 'alice' || text === 'bob';
const userOf = ({ headers }: IncomingMessage): Who => {
  const [, user] = /user=(\w+)/.exec(headers.cookie ?? '') ?? [];
  return isWho(user) ? user : 'alice';
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @param foreign the pages are in Arabic, written from right to left */
export async function startSites(pages: readonly SitePage[], { foreign = false } = {}): Promise<SitesServer> {
  const scripts = await bundlePage(path.join(root, 'e2e/sites/framework/main.ts'));
  const messages = new Map<string, Message[]>();
  const uploads = new Map<string, Upload>();
  const log: LogEntry[] = [];
  const lines = new Map<WebSocket, string>();
  const drafts = new Map<string, string>();
  let made = 0;

  /** Pages on one host are told apart by their path. */
  const pageOf = ({ headers, url = '/' }: IncomingMessage): SitePage | undefined => {
    const host = (headers.host ?? '').replace(/\.localhost(?::\d+)?$/, '');
    const here = pages.filter((page) => page.host === host);
    const asked = /[?&]__page=([\w-]+)/.exec(url)?.[1];
    if (asked !== undefined) return here.find(({ id }) => id === asked);
    return here.find((page) => url.startsWith(pathOf(page))) ?? here[0];
  };
  const of = (page: SitePage): Message[] => {
    const known = messages.get(page.id) ?? [];
    messages.set(page.id, known);
    return known;
  };
  const tell = (page: string, message: ToPage) => {
    for (const [line, at] of lines) if (at === page) line.send(JSON.stringify(message));
  };

  function receive(page: SitePage, user: Who, said: FromPage): void {
    const all = of(page);
    if (said.type === 'send') {
      const { clientId, text, replyTo, file } = said;
      const id = `m${(made += 1)}`;
      const message = {
        id,
        clientId,
        from: peers[user].id,
        text,
        time: Date.now(),
        edited: false,
        deleted: false,
        replyTo,
        file,
      };
      all.push(message);
      tell(page.id, { type: 'message', message });
    } else if (said.type === 'edit' || said.type === 'delete') {
      const at = all.findIndex(({ id, from }) => id === said.id && from === peers[user].id);
      const before = all[at];
      if (before === undefined) return;
      const message =
        said.type === 'edit'
          ? { ...before, text: said.text, edited: true }
          : { ...before, text: '', deleted: true };
      all[at] = message;
      tell(page.id, { type: 'changed', message });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = pageOf(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = await bodyOf(request);
    const head = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`);
    log.push({
      page: page.id,
      user: userOf(request),
      body: [`${request.method} ${request.url}`, ...head, body.toString('utf8')].join('\n'),
    });
    if (url.pathname === '/__as') {
      const who = url.searchParams.get('who') ?? '';
      response
        .writeHead(302, { 'set-cookie': `user=${who}; path=/`, location: url.searchParams.get('to') ?? '/' })
        .end();
    } else if (url.pathname.startsWith('/__client/')) {
      const file = scripts.get(url.pathname.slice('/__client'.length));
      const type = url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      response
        .writeHead(file === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
        .end(file);
    } else if (url.pathname === '/__upload') {
      const id = `/__file/${(made += 1)}`;
      uploads.set(id, {
        page: page.id,
        user: userOf(request),
        name: url.searchParams.get('name') ?? '',
        type: request.headers['content-type'] ?? '',
        bytes: body,
      });
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${id}?__page=${page.id}`);
    } else if (uploads.has(url.pathname)) {
      response
        .writeHead(200, { 'content-type': 'application/octet-stream' })
        .end(uploads.get(url.pathname)?.bytes ?? '');
    } else {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': strictPolicy,
          ...page.headers,
        })
        .end(html(page, foreign));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const sockets = new WebSocketServer({ server, maxPayload: 64 * 1024 * 1024 });
  sockets.on('connection', (line, request) => {
    const page = pageOf(request);
    const user = userOf(request);
    if (page === undefined) {
      line.close();
      return;
    }
    lines.set(line, page.id);
    line.on('close', () => lines.delete(line));
    line.on('message', (data: Buffer) => {
      const body = data.toString('utf8');
      log.push({ page: page.id, user, body });
      receive(page, user, JSON.parse(body) as FromPage);
    });
    const draft = drafts.get(`${page.id} ${user}`) ?? '';
    drafts.delete(`${page.id} ${user}`);
    const hello: ToPage = { type: 'hello', pair: pairOf(user), messages: of(page), draft };
    line.send(JSON.stringify(hello));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const originOf = ({ host }: SitePage) => `http://${host}.localhost:${port}`;

  return {
    originOf,
    chatUrl: (page, who) => {
      const to = page.address(pairOf(who));
      return `${originOf(page)}/__as?__page=${page.id}&who=${who}&to=${encodeURIComponent(to)}`;
    },
    messages: of,
    uploads: (page) => [...uploads.values()].filter((upload) => upload.page === page.id),
    leaveDraft: (page, who, text) => drafts.set(`${page.id} ${who}`, text),
    received: (page) =>
      log
        .filter((entry) => entry.page === page.id)
        .map(({ user, body }) => `${user}\n${body}`)
        .join('\n\n'),
    close: async () => {
      for (const line of lines.keys()) line.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

/** The first folder of a page's address: Telegram has two clients on one host. */
const pathOf = (page: SitePage): string => /^\/[^/?#]*/.exec(page.address(pairOf('alice')))?.[0] ?? '/';

const html = ({ id, html: attributes = {} }: SitePage, foreign: boolean): string => `<!doctype html>
<html ${foreign ? 'lang="ar" dir="rtl"' : 'lang="en"'}${Object.entries(attributes)
  .map(([name, value]) => ` ${name}="${value}"`)
  .join('')}>
<head><meta charset="utf-8"><title>${id}</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="/__client/main.js?__page=${id}"></script></body>
</html>`;
