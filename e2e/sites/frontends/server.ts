/**
 * Serves one front end to two people on loopback: the page, a line between them, and a Direct Line 3.0 for the one that
 * speaks that. Everything that ever comes in is kept in `received`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { WebSocketServer } from 'ws';
import type { Messenger } from '../../lib/messenger';
import { root } from '../../lib/paths';
import { directLine } from './direct-line-server';
import type { Said } from './relay';

const folder = path.join(root, 'e2e/sites/frontends');

/** Script and style of a front end, from its file here and the packages that it takes. */
async function bundle(name: string): Promise<{ script: string; style: string }> {
  const { outputFiles } = await esbuild.build({
    entryPoints: { page: path.join(folder, name) },
    outdir: folder,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome130', 'firefox128'],
    jsx: 'automatic',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chat</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<style>html, body, main { height: 100%; margin: 0; }</style>
</head>
<body><script type="module" src="/page.js"></script></body>
</html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

/** @param file of a front end in this folder, such as `chatscope.tsx` */
export async function startFrontend(file: string): Promise<Omit<Messenger, 'scroller' | 'box'>> {
  const { script, style } = await bundle(file);
  const history: Said[] = [];
  let received = '';
  const answerDirectLine = directLine();
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await bodyOf(request);
    received += `${request.method} ${request.url}\n${body}\n`;
    const send = (type: string, text: string) => response.writeHead(200, { 'content-type': type }).end(text);
    if (url.pathname.startsWith('/directline/')) answerDirectLine(request, url, body, response);
    else if (url.pathname === '/page.js') send('text/javascript', script);
    else if (url.pathname === '/page.css') send('text/css', style);
    else send('text/html; charset=utf-8', page);
  };
  const server = createServer((request, response) => void serve(request, response));
  const sockets = new WebSocketServer({ server, path: '/talk' });
  sockets.on('connection', (socket, request) => {
    const from = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('user') ?? '';
    for (const said of history) socket.send(JSON.stringify(said));
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      received += `${text}\n`;
      const said: Said = { id: `m${history.length}`, from, text };
      history.push(said);
      for (const client of sockets.clients) client.send(JSON.stringify(said));
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    name: file.replace(/\.tsx?$/, ''),
    url,
    chatUrl: (user) => `${url}/?user=${user}`,
    received: () => Promise.resolve(received),
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}
