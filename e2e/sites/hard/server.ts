/** Serves the hard pages on loopback, each at its name. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '../../lib/paths';
import { bundlePage } from '../editors/bundle-page';
import { layoutOf, type LayoutName } from './layouts';

export type HardPages = {
  readonly origin: string;
  readonly url: (name: LayoutName) => string;
  readonly close: () => Promise<void>;
};

const style = `html, body { margin: 0; height: 100% }
body { display: flex; font: 14px/20px sans-serif }
main, aside { flex: 1; min-width: 0; height: 100%; display: flex; flex-direction: column }
article { flex: 2; min-width: 0; overflow-y: auto }
[role=log], .pinned { flex: 1; overflow-y: auto; min-height: 0; overflow-wrap: anywhere }
.pinned { max-width: 300px }
.comment, .chat { min-height: 40px; border: 1px solid; white-space: pre-wrap; overflow: auto; max-height: 200px }
.chat, textarea { flex: 1; min-width: 0 }
form { display: flex; padding: 8px; gap: 8px; max-height: 40% }
.row { padding: 4px 12px }
.text { max-width: 60% }
.nested .outer { flex: 1; overflow-y: auto }
.nested .before { height: 700px }
.nested main { height: 500px }
.nested .row { overflow-x: auto }
iframe { flex: 1; border: 0 }`;

const html = (attributes: string, body: string) => `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>Bob</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,">
</head><body>${body}<script type="module" src="/client.js"></script></body></html>`;

export async function startHardPages(): Promise<HardPages> {
  const files = await bundlePage(path.join(root, 'e2e/sites/hard/client.ts'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, name = '', frame] = pathname.split('/');
    const layout = layoutOf(name);
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...layout?.headers }).end(body);
    const script = files.get(pathname);
    const inFrame = frame === undefined ? undefined : layout?.frames?.[frame];
    if (script !== undefined) send('text/javascript', script);
    else if (pathname === '/style.css') send('text/css', style);
    else if (inFrame !== undefined) send('text/html', html('lang="en"', inFrame));
    else if (layout && frame === undefined) send('text/html', html(layout.html ?? 'lang="en"', layout.body));
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: (name) => `${origin}/${name}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
