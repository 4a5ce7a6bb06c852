/**
 * Optional permissions in Chromium, whose question no driver can answer: it asks for none that was given before. So the
 * extension is once opened from a manifest that has them from the start, and then, from the same folder and with the
 * manifest that it was built with, gives them up: from there on it is the build itself that asks.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Person } from './driver';
import { until } from './poll';

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
}

/** @param open opens the browser with the extension in `folder` */
export async function giveBeforehand(
  grants: readonly string[],
  build: string,
  folder: string,
  open: () => Promise<Person>,
): Promise<void> {
  await cp(build, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const built = await readFile(file, 'utf8');
  const { optional_permissions: optional, permissions, ...others } = JSON.parse(built) as Manifest;
  const given = {
    ...others,
    permissions: [...permissions, ...grants],
    optional_permissions: optional.filter((permission) => !grants.includes(permission)),
  };
  await writeFile(file, JSON.stringify(given));
  await (await open()).close();
  await writeFile(file, built);
  const person = await open();
  const page = await person.openPopup();
  await page.evaluate((names) => chrome.permissions.remove({ permissions: names }), grants);
  await until('the permissions to be gone', () =>
    page.evaluate(async (names) => !(await chrome.permissions.contains({ permissions: names })), grants),
  );
  await person.close();
}

/** What runs in the extension's own page. */
declare const chrome: {
  readonly permissions: {
    remove(asked: object): Promise<boolean>;
    contains(asked: object): Promise<boolean>;
  };
};
