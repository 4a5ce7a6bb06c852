/** Writes the table of a run into docs/BENCHMARKS.md, between its two marks. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../lib/paths';

const file = path.join(root, 'docs/BENCHMARKS.md');
const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

export async function writeDocs(table: string, ran: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [head, , tail] = splitAround(text);
  const body = [begin, '', ran, '', table, '', end].join('\n');
  await writeFile(file, head + body + tail);
}

function splitAround(text: string): [string, string, string] {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks its marks`);
  return [text.slice(0, from), text.slice(from, to), text.slice(to + end.length)];
}

/** What it ran on, in one sentence. */
export function machine(seconds: number): string {
  const date = new Date().toISOString().slice(0, 10);
  const cores = os.cpus();
  const load = os.loadavg()[0]?.toFixed(1) ?? '?';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const browsers = [versionOf('/usr/bin/chromium'), versionOf('/usr/bin/firefox-esr')].join(', ');
  return `Run of ${date}, ${Math.round(seconds)} s: ${cores.length} shared cores (${cores[0]?.model ?? 'unknown'}), ${memory} GiB, ${distribution()}, Node ${process.versions.node}, ${browsers}; other work kept the machine's load at ${load}.`;
}

function versionOf(program: string): string {
  const output = execFileSync(program, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /^.*?\d[\d.]*\w*/.exec(output.trim())?.[0] ?? program;
}

function distribution(): string {
  return execFileSync('sh', ['-c', '. /etc/os-release; echo "$PRETTY_NAME"'], { encoding: 'utf8' }).trim();
}
