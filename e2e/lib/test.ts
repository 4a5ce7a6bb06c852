/** Playwright's test with what every spec needs: the project's browser, and folders that go away afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { launchPerson, type BrowserName, type Person, type PersonOptions } from './driver';

export { expect } from '@playwright/test';

/** Opens people who last for the whole spec file. */
type Launch = (options?: Partial<Omit<PersonOptions, 'browser' | 'profileDir'>>) => Promise<Person>;

export const test = base.extend<object, { browserOfProject: BrowserName; launch: Launch }>({
  browserOfProject: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use, { project }) => {
      await use(project.name === 'firefox' ? 'firefox' : 'chromium');
    },
    { scope: 'worker' },
  ],
  launch: [
    async ({ browserOfProject }, use) => {
      let open: { readonly file: string; readonly person: Person; readonly profileDir: string }[] = [];
      const end = async (over: typeof open) => {
        open = open.filter((one) => !over.includes(one));
        await Promise.all(
          over.map(async ({ person, profileDir }) => {
            await person.close();
            await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
          }),
        );
      };
      await use(async (options = {}) => {
        const { file } = base.info();
        // One worker goes through many files, and browsers that nobody needs any more slow the others down.
        await end(open.filter((one) => one.file !== file));
        const profileDir = await mkdtemp(path.join(tmpdir(), 'sotto-e2e-'));
        const person = await launchPerson({ ...options, browser: browserOfProject, profileDir });
        open.push({ file, person, profileDir });
        return person;
      });
      await end(open);
    },
    { scope: 'worker' },
  ],
});
