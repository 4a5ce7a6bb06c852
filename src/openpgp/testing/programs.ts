/** gpg (2.2 or later) and sq (Debian 12 has 0.27), driven in a home of their own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Both outputs, as gpg's status lines and sq's verdicts go to either. */
function run(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', input });
  if (error !== undefined)
    throw new Error(`This test needs the program "${program}": install it and run again.`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout + stderr;
}

export function openPrograms() {
  /** OpenPGP programs need short paths: the agent's socket lies in the home. */
  const home = mkdtempSync(join(tmpdir(), 'sotto-'));
  const gpg = (...args: string[]) =>
    run('gpg', ['--homedir', home, '--batch', '--yes', '--no-tty', '--trust-model', 'always', ...args]);
  return {
    home,
    file: (name: string) => join(home, name),
    gpg,
    sq: (...args: string[]) => run('sq', ['--force', ...args]),
    /** sq asks for passphrases at a terminal alone, which `script` makes for it. */
    sqWith: (passphrase: string, ...args: string[]) =>
      run('script', ['-qec', ['sq', '--force', ...args].join(' '), '/dev/null'], `${passphrase}\n`),
    fingerprintOf: (userId: string) =>
      /^fpr:+([0-9A-F]{40}):$/m.exec(gpg('--with-colons', '--list-keys', userId))?.[1] ?? '',
    close: () => {
      spawnSync('gpgconf', ['--homedir', home, '--kill', 'all']);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
