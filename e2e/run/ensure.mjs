/**
 * Makes a new machine ready, with Node's own modules only: packages from the lockfile, and the Debian programs that
 * the tests drive. As root it installs them; otherwise it says the exact command and stops.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is needed, where it shows that it is there, and the Debian package that brings it. */
const needed = [
  { package: 'chromium', file: '/usr/bin/chromium' },
  { package: 'firefox-esr', file: '/usr/bin/firefox-esr' },
  { package: 'gnupg', file: '/usr/bin/gpg' },
  { package: 'sq', file: '/usr/bin/sq' },
  { package: 'python3', file: '/usr/bin/python3' },
  { package: 'prosody', file: '/usr/bin/prosody' },
  { package: 'ngircd', file: '/usr/sbin/ngircd' },
  { package: 'fonts-noto-color-emoji', file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf' },
];

function stop(text) {
  console.error(text);
  process.exit(1);
}

/** Runs a program with our own output; stops everything when it fails. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) stop(`${command} ${args.join(' ')}: failed`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
}

/** Installs what the lockfile in `folder` names, unless it stands there already. */
function installPackages(folder) {
  const marker = path.join(folder, 'node_modules/.package-lock.json');
  const isFresh =
    existsSync(marker) &&
    statSync(marker).mtimeMs >= statSync(path.join(folder, 'package-lock.json')).mtimeMs;
  if (!isFresh) run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
}

const isThere = (file) => {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

function checkPrograms() {
  const missing = needed.filter(({ file }) => !isThere(file)).map((entry) => entry.package);
  if (missing.length === 0) return;
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    stop(
      `These are missing. Please run this, then try again:\n  sudo apt-get update && sudo ${install.join(' ')}`,
    );
  }
  console.log(`Installing ${missing.join(', ')}`);
  // The packages of Prosody and ngircd would start a server of their own; the tests run theirs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  run('apt-get', ['update'], { env });
  run(install[0], install.slice(1), { env });
}

/** @param forTests with the editors and chat front ends that the tests' pages are made of */
export function ensure({ forTests = false } = {}) {
  checkNode();
  installPackages(root);
  if (forTests) for (const folder of ['e2e/sites', 'e2e/lounge']) installPackages(path.join(root, folder));
  checkPrograms();
}
