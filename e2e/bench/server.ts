/** Serves the bench's pages on loopback, whatever they are at the moment, and takes in what they found out. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type BenchServer = {
  readonly port: number;
  /** Serves `body` at this path from now on, whatever the query. */
  readonly put: (path: string, type: 'text/html' | 'text/plain' | 'text/javascript', body: string) => void;
  /** The next text that a page posts. */
  readonly nextPost: () => Promise<string>;
  readonly close: () => void;
};

export async function startServer(): Promise<BenchServer> {
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>();
  let onPost: (text: string) => void = () => undefined;
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'POST') {
      void textOf(request).then((text) => onPost(text));
      response.end();
      return;
    }
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('content-type', file === undefined ? 'text/plain' : `${file.type}; charset=utf-8`);
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file?.body ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    put: (path, type, body) => files.set(path, { type, body: Buffer.from(body) }),
    nextPost: () =>
      new Promise((resolve) => {
        onPost = resolve;
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
