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
      const people: Person[] = [];
      const folders: string[] = [];
      await use(async (options = {}) => {
        const profileDir = await mkdtemp(path.join(tmpdir(), 'sotto-e2e-'));
        folders.push(profileDir);
        const person = await launchPerson({ ...options, browser: browserOfProject, profileDir });
        people.push(person);
        return person;
      });
      await Promise.all(people.map((person) => person.close()));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
    },
    { scope: 'worker' },
  ],
});
