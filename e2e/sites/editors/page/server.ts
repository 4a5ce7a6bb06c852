/** Serves the page with an editor on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '../../../lib/paths';
import { bundlePage } from '../bundle-page';

export interface EditorPages {
  readonly origin: string;
  /** @param query as `client.ts` reads it */
  url(query: Readonly<Record<string, string>>): string;
  /** A page that has the same chat in a frame. */
  framing(query: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

const style = `html, body { margin: 0; height: 100% }
body { display: flex; flex-direction: column; font: 14px/20px sans-serif }
[role=log] { flex: 1; overflow: auto; min-height: 0; overflow-wrap: anywhere }
form { display: flex; padding: 8px; gap: 8px; max-height: 40% }
form > div { flex: 1; min-width: 0; overflow: auto; position: relative }
iframe { flex: 1; border: 0 }
.box { max-height: 200px; overflow: auto }
textarea { width: 100%; box-sizing: border-box }`;

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bob</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,">
<script type="module" src="/client.js"></script></head><body></body></html>`;

/** The chat in a frame of the same origin, as Google Chat has it. */
const framing = (query: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mail</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
<body><iframe title="Chat" src="/chat?${query.replaceAll('&', '&amp;')}"></iframe></body></html>`;

export async function startEditorPages(): Promise<EditorPages> {
  const files = await bundlePage(path.join(root, 'e2e/sites/editors/page/client.ts'));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    const script = files.get(pathname);
    if (script !== undefined) send('text/javascript', script);
    else if (pathname === '/style.css') send('text/css', style);
    else if (pathname === '/chat') send('text/html', page);
    else if (pathname === '/framing') send('text/html', framing(searchParams.toString()));
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: (query) => `${origin}/chat?${new URLSearchParams(query)}`,
    framing: (query) => `${origin}/framing?${new URLSearchParams(query)}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
