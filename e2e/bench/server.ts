/** Serves the bench's pages on loopback, whatever they are at the moment. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type BenchServer = {
  readonly port: number;
  /** Serves `body` at this path from now on, whatever the query. */
  readonly put: (path: string, type: 'text/html' | 'text/plain' | 'text/javascript', body: string) => void;
  readonly close: () => void;
};

export async function startServer(): Promise<BenchServer> {
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('content-type', file === undefined ? 'text/plain' : `${file.type}; charset=utf-8`);
    response.setHeader('cache-control', 'no-store');
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file?.body ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    put: (path, type, body) => files.set(path, { type, body: Buffer.from(body) }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
