/** Converse.js as its makers ship it, served on loopback, against a Prosody of our own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Messenger } from '../lib/messenger';
import { root } from '../lib/paths';
import { capitalize, password, startProsody, users } from './prosody';

const dist = path.join(root, 'node_modules/converse.js/dist');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const page = (user: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Converse, ${capitalize(user)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dist/converse.min.css">
<script type="module" src="/init.js?user=${user}"></script>
</head>
<body class="converse-fullscreen"></body>
</html>`;

const settings = (user: string, websocket: string) =>
  `import '/dist/converse.min.js';
window.converse.initialize(${JSON.stringify({
    assets_path: '/dist/',
    authentication: 'login',
    auto_login: true,
    // No resource: one named here would make a second login throw the first one out.
    jid: `${user}@localhost`,
    password,
    websocket_url: websocket,
    discover_connection_methods: false,
    view_mode: 'fullscreen',
    theme: 'classic',
    i18n: 'en',
    use_system_emojis: true,
    allow_url_history_change: false,
    persistent_store: 'sessionStorage',
    blacklisted_plugins: ['converse-omemo', 'converse-omemo-views'],
    play_sounds: false,
    show_desktop_notifications: 'never',
    loglevel: 'error',
  })});\n`;

export async function startConverse(): Promise<Messenger> {
  const prosody = await startProsody();
  let requests = '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const user = users.find((name) => name === url.searchParams.get('user')) ?? 'alice';
    requests += `${request.method} ${request.url}\n`;
    request.setEncoding('utf8').on('data', (piece: string) => (requests += piece));
    const send = (type: string, body: string | Buffer) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (url.pathname === '/') send('text/html; charset=utf-8', page(user));
    else if (url.pathname === '/init.js') send('text/javascript', settings(user, prosody.websocket));
    else if (url.pathname.startsWith('/dist/')) {
      const file = path.join(dist, path.normalize(url.pathname.slice('/dist'.length)));
      readFile(file).then(
        (body) => send(types[path.extname(file)] ?? 'application/octet-stream', body),
        () => response.writeHead(404).end(),
      );
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    name: 'converse',
    url,
    chatUrl: (user) =>
      `${url}/?user=${user}#converse/chat?jid=${user === 'alice' ? 'bob' : 'alice'}@localhost`,
    scroller: '.chat-content__messages',
    box: 'converse-message-form [role="textbox"], converse-message-form textarea.chat-textarea',
    received: async () => `${requests}\n${await prosody.log()}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
      await prosody.close();
    },
  };
}
