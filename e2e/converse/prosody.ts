/** A real Prosody server on loopback, with its own configuration and data, that logs every stanza. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../lib/poll';
import { answers, freePort, stop } from '../lib/servers';

export interface Prosody {
  readonly websocket: string;
  /** All that the server logged, with every stanza that came in or went out, as text. */
  log(): Promise<string>;
  close(): Promise<void>;
}

export const password = 'for-tests-on-loopback-only';
export const users = ['alice', 'bob'] as const;

const configuration = (folder: string, http: number, c2s: number): string => `
run_as_root = true
daemonize = false
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
interfaces = { "127.0.0.1" }
c2s_ports = { ${c2s} }
http_ports = { ${http} }
https_ports = { }
http_interfaces = { "127.0.0.1" }
modules_enabled = { "roster", "saslauth", "disco", "carbons", "pep", "private", "blocklist", "vcard4", "ping", "mam", "websocket", "stanza_debug" }
modules_disabled = { "s2s", "offline" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
stanza_size_limit = 1048576
authentication = "internal_plain"
storage = "internal"
archive_expires_after = "never"
default_archive_policy = true
log = { { levels = { min = "debug" }, to = "file", filename = "${folder}/prosody.log" } }
VirtualHost "localhost"
  http_host = "127.0.0.1"
`;

/** Accounts and rosters as Prosody's internal storage keeps them: Lua tables, a file a user. */
async function writeAccounts(folder: string): Promise<void> {
  const host = path.join(folder, 'data/localhost');
  await mkdir(path.join(host, 'accounts'), { recursive: true });
  await mkdir(path.join(host, 'roster'), { recursive: true });
  for (const user of users) {
    const others = users.filter((other) => other !== user);
    const contacts = others.map(
      (other) =>
        `["${other}@localhost"] = { ["name"] = "${capitalize(other)}"; ["subscription"] = "both"; ["groups"] = {}; };`,
    );
    await writeFile(path.join(host, `accounts/${user}.dat`), `return { ["password"] = "${password}"; };\n`);
    await writeFile(
      path.join(host, `roster/${user}.dat`),
      `return { [false] = { ["version"] = 1; ["pending"] = {}; }; ${contacts.join(' ')} };\n`,
    );
  }
}

export const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Starts the server; throws with its log when it does not come up. */
export async function startProsody(): Promise<Prosody> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sotto-prosody-'));
  const [http, c2s] = [await freePort(), await freePort()];
  await writeAccounts(folder);
  const config = path.join(folder, 'prosody.cfg.lua');
  await writeFile(config, configuration(folder, http, c2s));
  const server = spawn('/usr/bin/prosody', ['--config', config, '-F'], { stdio: 'ignore' });
  const log = () => readFile(path.join(folder, 'prosody.log'), 'utf8');
  try {
    await until('Prosody to answer', () => answers(http));
  } catch (error) {
    await stop(server);
    throw new Error(`Prosody did not start:\n${await log().catch(() => '(no log)')}`, { cause: error });
  }
  return {
    websocket: `ws://127.0.0.1:${http}/xmpp-websocket`,
    log,
    close: async () => {
      await stop(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
