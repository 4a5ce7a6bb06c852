/** The Lounge as its makers ship it, on loopback, with two accounts that both are in one channel of a real IRC server. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Messenger } from '../lib/messenger';
import { root } from '../lib/paths';
import { until } from '../lib/poll';
import { answers, freePort, stop } from '../lib/servers';
import { startNgircd } from './ngircd';

export const password = 'for-tests-on-loopback-only';
const users = ['alice', 'bob'] as const;
const packages = path.join(root, 'e2e/lounge/node_modules');

/** The Lounge wants Node 22; on an older one, the one that its package brings runs it. */
function node(): string {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return path.join(packages, `node-linux-${process.arch}`, 'bin/node');
}

const settings = (port: number) => `module.exports = {
  public: false, host: '127.0.0.1', port: ${port}, reverseProxy: false, prefetch: false,
  messageStorage: ['sqlite', 'text'], theme: 'default',
};\n`;

/** Accounts as The Lounge keeps them: a file a user, with its networks. */
async function writeAccounts(home: string, irc: number): Promise<void> {
  const bcrypt = createRequire(path.join(packages, 'x.js'))('bcryptjs') as {
    hashSync(text: string, rounds: number): string;
  };
  await mkdir(path.join(home, 'users'), { recursive: true });
  for (const user of users) {
    const network = {
      uuid: `00000000-0000-4000-8000-00000000000${users.indexOf(user)}`,
      name: 'Loopback',
      host: '127.0.0.1',
      port: irc,
      tls: false,
      nick: user,
      username: user,
      realname: user,
      channels: [{ name: '#one' }],
    };
    const account = { password: bcrypt.hashSync(password, 4), log: true, networks: [network] };
    await writeFile(path.join(home, `users/${user}.json`), JSON.stringify(account));
  }
}

/** All files below a folder, as text. */
async function contentsOf(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

export async function startLounge(): Promise<Messenger> {
  const irc = await startNgircd();
  const home = await mkdtemp(path.join(tmpdir(), 'sotto-lounge-'));
  const port = await freePort();
  await writeFile(path.join(home, 'config.js'), settings(port));
  await writeAccounts(home, irc.port);
  const server = spawn(node(), [path.join(packages, 'thelounge/index.js'), 'start'], {
    env: { ...process.env, THELOUNGE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (said += String(data)));
  await until('The Lounge to answer', () => answers(port)).catch(async (error: unknown) => {
    await stop(server);
    throw new Error(`The Lounge did not start:\n${said}`, { cause: error });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    name: 'lounge',
    url,
    chatUrl: () => url,
    scroller: '.chat-content .chat',
    box: 'textarea#input',
    received: async () => [irc.carried(), said, await contentsOf(path.join(home, 'logs'))].join('\n'),
    close: async () => {
      await stop(server);
      await irc.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
