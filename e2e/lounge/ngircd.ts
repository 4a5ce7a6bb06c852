/**
 * A real IRC server, Debian's ngircd, on loopback with the limits that it ships with, behind a proxy that keeps all that
 * passes: the server itself cannot be told to log text.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../lib/poll';
import { answers, freePort, stop } from '../lib/servers';

export interface Ngircd {
  /** Where clients connect: the proxy. */
  readonly port: number;
  /** All that came from clients or went to them. */
  carried(): string;
  close(): Promise<void>;
}

const configuration = (port: number): string => `
[Global]
Name = irc.localhost
Info = Loopback
Listen = 127.0.0.1
Ports = ${port}
ServerUID = root
ServerGID = root
AdminEMail = nobody@localhost
[Limits]
MaxConnectionsIP = 10
[Options]
DNS = no
Ident = no
PAM = no
[Channel]
Name = #one
Topic = Two people
`;

/** Starts the server; throws when it does not come up. */
export async function startNgircd(): Promise<Ngircd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sotto-ngircd-'));
  const inner = await freePort();
  const config = path.join(folder, 'ngircd.conf');
  await writeFile(config, configuration(inner));
  const server = spawn('/usr/sbin/ngircd', ['--nodaemon', '--config', config], { stdio: 'ignore' });
  let carried = '';
  const proxy = createServer((client) => {
    const upstream = connect(inner, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      socket.on('data', (data) => (carried += data.toString('utf8')));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [client, upstream].map((each) => each.destroy()));
    }
  });
  await new Promise<void>((done) => {
    proxy.listen(0, '127.0.0.1', done);
  });
  await until('ngircd to answer', () => answers(inner)).catch(async (error: unknown) => {
    await stop(server);
    throw error;
  });
  return {
    port: (proxy.address() as AddressInfo).port,
    carried: () => carried,
    close: async () => {
      await stop(server);
      proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
