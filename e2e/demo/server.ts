/**
 * A small web messenger on loopback, to try Sotto in and to test it against. It does what real ones do to a page:
 * a real Lexical editor, a virtualised list, drafts that go to the server while one types, a strict CSP.
 * Everything that the server ever receives stands in `log`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { WebSocketServer, type WebSocket } from 'ws';
import { root } from '../lib/paths';
import { chatPage, plainPage } from './page';
import { defaultFlags, type Flags, type FromClient, type FromServer, type Message } from './protocol';
import { Store, type Seed } from './store';

/** One thing that reached the server: an HTTP request (with its body) or one WebSocket message, as it came. */
interface LogEntry {
  readonly user: string;
  readonly channel: 'http' | 'websocket';
  readonly body: string;
}

export interface Demo {
  readonly url: string;
  readonly log: readonly LogEntry[];
  /** Address of a chat as one user sees it. */
  chatUrl(user: string, chat?: string): string;
  messages(chat: string): readonly Message[];
  /** Files as they were uploaded, in order. A test may change one. */
  readonly uploads: Buffer[];
  seed(chat: string, seeds: readonly Seed[]): void;
  /** Done when every page that is open obeys. */
  set(flags: Partial<Flags>): Promise<void>;
  close(): Promise<void>;
}

const folder = path.join(root, 'e2e/demo');

async function bundleClient(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(folder, 'client/main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome130', 'firefox128'],
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Of an uploaded file, as much stands in the log, each byte as one character. */
const loggedBytes = 2_000_000;

/** Starts the messenger on `port` of the loopback interface, or on a free one. */
export async function startDemo(port = 0): Promise<Demo> {
  const [script, style] = await Promise.all([
    bundleClient(),
    readFile(path.join(folder, 'client/style.css'), 'utf8'),
  ]);
  const store = new Store();
  const log: LogEntry[] = [];
  const people = new Map<WebSocket, string>();
  /** Who is asked to obey new flags, and what to do when they say that they do. */
  const waiting = new Map<WebSocket, () => void>();
  const uploads: Buffer[] = [];
  let flags = defaultFlags;

  const tell = (socket: WebSocket, message: FromServer) => socket.send(JSON.stringify(message));
  const tellMembers = (chat: string, message: FromServer) => {
    for (const [socket, user] of people) if (store.members(chat).includes(user)) tell(socket, message);
  };
  const seed = (chat: string, seeds: readonly Seed[]) => {
    const messages = store.seed(chat, seeds);
    // Many at once are history; the page asks for it on loading.
    if (messages.length <= 50)
      for (const message of messages) tellMembers(chat, { type: 'message', message });
  };
  const set = async (changed: Partial<Flags>) => {
    flags = { ...flags, ...changed };
    await Promise.all(
      [...people.keys()].map(async (socket) => {
        const obeyed = new Promise<void>((done) => {
          waiting.set(socket, done);
        });
        tell(socket, { type: 'flags', flags });
        await obeyed;
      }),
    );
  };

  function receive(socket: WebSocket, user: string, message: FromClient): void {
    switch (message.type) {
      case 'history': {
        tell(socket, {
          type: 'history',
          chat: message.chat,
          ...store.page(message.chat, message.before, flags.historyPage),
        });
        return;
      }
      case 'send': {
        const sent = flags.networkDown ? null : store.send(user, message, flags);
        if (sent !== null) tellMembers(sent.chat, { type: 'message', message: sent });
        return;
      }
      case 'edit': {
        const edited = flags.networkDown ? null : store.edit(user, message);
        if (edited !== null) tellMembers(edited.chat, { type: 'edited', message: edited });
        return;
      }
      case 'delete': {
        const chat = store.delete(user, message);
        if (chat !== null) tellMembers(chat, { type: 'deleted', chat, id: message.id });
        return;
      }
      case 'typing': {
        tellMembers(message.chat, { type: 'typing', chat: message.chat, from: user });
        return;
      }
      case 'obeyed': {
        waiting.get(socket)?.();
        return;
      }
      case 'draft': // kept in the log like everything else, which is the point of it
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const bytes = await bytesOf(request);
    const isUpload = request.method === 'PUT' && url.pathname === '/upload';
    const body = isUpload ? bytes.toString('latin1', 0, loggedBytes) : bytes.toString('utf8');
    if (!url.pathname.startsWith('/test/')) {
      log.push({
        user: url.searchParams.get('user') ?? '',
        channel: 'http',
        body: `${request.method} ${request.url}\n${body}`,
      });
    }
    const send = (type: string, content: string, headers: Record<string, string> = {}) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(content);
    };
    if (request.method === 'POST' && url.pathname === '/test/flags') {
      await set(JSON.parse(body) as Partial<Flags>);
      send('application/json', JSON.stringify(flags));
    } else if (request.method === 'POST' && url.pathname === '/test/messages') {
      const { chat, messages } = JSON.parse(body) as { chat: string; messages: Seed[] };
      seed(chat, messages);
      send('application/json', '{}');
    } else if (isUpload) {
      const id = String(uploads.length);
      uploads.push(bytes);
      // Without an answer, it goes on for ever.
      if (flags.uploads === 'work') send('application/json', JSON.stringify({ id }));
    } else if (url.pathname.startsWith('/files/')) {
      const file = uploads[Number(url.pathname.slice('/files/'.length))];
      if (file === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.length })
          .end(file);
    } else if (url.pathname === '/client.js') send('text/javascript', script);
    else if (url.pathname === '/style.css') send('text/css', style);
    else if (url.pathname === '/plain') {
      // The conversation is read from the path, on this page as on the real one.
      response
        .writeHead(302, {
          location: `/chat/${url.searchParams.get('chat') ?? 'alice-bob'}?plain=1&${url.searchParams}`,
        })
        .end();
    } else if (url.pathname.startsWith('/chat/')) {
      const chat = decodeURIComponent(url.pathname.slice('/chat/'.length));
      const page = url.searchParams.has('plain')
        ? plainPage(url.searchParams, store.messages(chat))
        : chatPage(flags.limit);
      send('text/html', page, { 'content-security-policy': policy(request.headers.host ?? '') });
    } else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const sockets = new WebSocketServer({ server, maxPayload: 64 * 1024 * 1024 });
  sockets.on('connection', (socket, request) => {
    const user = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('user') ?? 'alice';
    people.set(socket, user);
    socket.on('close', () => {
      people.delete(socket);
      waiting.get(socket)?.();
    });
    socket.on('message', (data: Buffer) => {
      const body = data.toString('utf8');
      log.push({ user, channel: 'websocket', body });
      receive(socket, user, JSON.parse(body) as FromClient);
    });
    tell(socket, { type: 'hello', user, chats: store.chatsOf(user), flags });
  });

  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    log,
    chatUrl: (user, chat = 'alice-bob') => `${url}/chat/${chat}?user=${user}`,
    messages: (chat) => store.messages(chat),
    uploads,
    seed,
    set,
    close: async () => {
      for (const socket of people.keys()) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

/** As strict as the strictest of the real ones: no inline script, no frames, Trusted Types. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
