/**
 * Optional permissions in Chromium, whose question no driver can answer: it asks for none that the person gave before.
 * So the profile is told that they did. The extension has none of them until it asks.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Preferences {
  readonly extensions: { readonly settings: Record<string, Record<string, unknown>> };
}

/** To be called for a profile in which the extension has run, while the browser is closed. */
export async function noteGrants(profileDir: string, extension: string, grants: readonly string[]) {
  const file = path.join(profileDir, 'Default/Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as Preferences;
  const entry = preferences.extensions.settings[extension];
  if (entry === undefined) throw new Error('The profile does not know the extension');
  entry['runtime_granted_permissions'] = {
    api: grants,
    explicit_host: [],
    manifest_permissions: [],
    scriptable_host: [],
  };
  await writeFile(file, JSON.stringify(preferences));
}
