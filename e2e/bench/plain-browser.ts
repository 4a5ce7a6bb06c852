/**
 * A browser that nobody drives. Under WebDriver BiDi Firefox keeps a stack for every promise, which slows code with many
 * of them down many times over; the event page that the core runs in has no such burden.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserName } from '../lib/driver';

const firefoxPreferences = {
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'app.update.enabled': false,
};

/** Opens `url` in a new profile without a window, and closes the browser when `work` has ended. */
export async function withPlainBrowser<T>(
  browser: BrowserName,
  url: string,
  work: () => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(path.join(tmpdir(), 'sotto-bench-'));
  if (browser === 'firefox') {
    const lines = Object.entries(firefoxPreferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});\n`,
    );
    await writeFile(path.join(profile, 'user.js'), lines.join(''));
  }
  const [command, args] =
    browser === 'firefox'
      ? (['/usr/bin/firefox-esr', ['--headless', '--no-remote', '--profile', profile, url]] as const)
      : ([
          '/usr/bin/chromium',
          [
            '--headless=new',
            '--disable-gpu',
            '--no-sandbox',
            '--no-first-run',
            `--user-data-dir=${profile}`,
            url,
          ],
        ] as const);
  // A group of its own, since both programs start others that must end with them.
  const started = spawn(command, args, { stdio: 'ignore', detached: true });
  const ended = new Promise<never>((_, reject) => {
    started.on('error', reject);
    started.on('exit', () => reject(new Error(`${browser} ended by itself`)));
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    ended.catch(() => undefined);
    if (started.pid !== undefined) process.kill(-started.pid, 'SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
