/**
 * Sites that the person switched on. The browser asks for the permission; then the site's content script is
 * registered for that host, in all its ports (Firefox's match patterns know none), and put into tabs already open.
 */
import type { SiteView } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { Platform } from './platform';
import { describeHost } from './site-catalogue';
import { createSerial } from './serial';
import type { Vault } from './vault';

/** The content scripts' style sheet, relative to the extension's root. */
const STYLES = 'sites/previews.css';

export type Sites = {
  readonly list: () => Promise<SiteView[]>;
  /** Throws SottoError `unknown_site` for what is no http(s) origin, `permission_refused` without the permission. */
  readonly set: (origin: string, on: boolean) => Promise<SiteView>;
  /** Switches on what the browser was just given for one host; a wider grant names no site. */
  readonly onGranted: (patterns: readonly string[]) => Promise<void>;
  readonly isOn: (url: URL) => Promise<boolean>;
  /** The site of this origin, on or off; null for what is no http(s) origin. */
  readonly at: (origin: string) => Promise<SiteView | null>;
  /** Makes what is registered agree with what is switched on and still permitted: an update drops registrations. */
  readonly reconcile: () => Promise<void>;
  /** The same, and puts the script into tabs already open: after an update, those of the version before are dead. */
  readonly restart: () => Promise<void>;
};

export function createSites({ scripting, permissions, tabs }: Platform, vault: Vault): Sites {
  const serial = createSerial();

  const register = async (origin: string) => {
    const { hostname } = new URL(origin);
    const script = {
      id: scriptId(origin),
      matches: [patternOf(origin)],
      js: [describeHost(hostname).bundle],
      css: [STYLES],
      runAt: 'document_start' as const,
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    };
    await unregister(origin);
    await scripting.registerContentScripts([script]);
  };
  const isRegistered = async (origin: string) => {
    const registered = await scripting.getRegisteredContentScripts({ ids: [scriptId(origin)] });
    return registered.length > 0;
  };
  const unregister = async (origin: string) => {
    if (await isRegistered(origin)) {
      await scripting.unregisterContentScripts({ ids: [scriptId(origin)] });
    }
  };
  const runInOpenTabs = async (origin: string) => {
    const files = [describeHost(new URL(origin).hostname).bundle];
    const open = await tabs.query({ url: patternOf(origin) });
    await Promise.all(
      open.map(async ({ id }) => {
        if (id === undefined) return;
        // A tab that is just closing, or shows the browser's error page, is no reason to fail.
        await scripting
          .executeScript({ target: { tabId: id, allFrames: true }, files })
          .catch(() => undefined);
        await scripting
          .insertCSS({ target: { tabId: id, allFrames: true }, files: [STYLES] })
          .catch(() => undefined);
      }),
    );
  };
  const store = (origin: string, on: boolean) =>
    vault.changeClear((record) => {
      const others = record.sites.filter((entry) => entry !== origin);
      return { ...record, sites: on ? [...others, origin] : others };
    });
  const isPermitted = (origin: string) => permissions.contains({ origins: [patternOf(origin)] });
  const onSites = async () => (await vault.clear()).sites;
  const viewOf = async (origin: string): Promise<SiteView> => {
    const { id, name } = describeHost(new URL(origin).hostname);
    return { site: id, name, origins: [patternOf(origin)], on: (await onSites()).includes(origin) };
  };

  const set = (given: string, on: boolean) =>
    serial(async () => {
      const origin = hostOrigin(given);
      if (origin === null) throw new SottoError('unknown_site');
      if (on && !(await isPermitted(origin))) throw new SottoError('permission_refused');
      // Stored first: a script of a site that is not switched on is refused, so no half state opens anything.
      await store(origin, on);
      await (on ? register(origin) : unregister(origin));
      if (on) await runInOpenTabs(origin);
      return viewOf(origin);
    });

  const reconcile = async () => {
    for (const origin of await onSites()) {
      if (await isPermitted(origin)) {
        if (!(await isRegistered(origin))) await register(origin);
      } else {
        await store(origin, false);
        await unregister(origin);
      }
    }
  };

  return {
    list: async () => Promise.all((await onSites()).map(viewOf)),
    set,
    onGranted: async (patterns) => {
      for (const pattern of patterns) {
        const origin = pattern.endsWith('/*') ? hostOrigin(pattern.slice(0, -2)) : null;
        if (origin !== null) await set(origin, true);
      }
    },
    isOn: async (url) => {
      const origin = hostOrigin(url.origin);
      if (origin === null) return false;
      const clear = await vault.peekClear();
      // A script that stands there must be able to say that the stored data cannot be read.
      return clear ? clear.sites.includes(origin) : isRegistered(origin);
    },
    at: async (given) => {
      const origin = hostOrigin(given);
      return origin === null ? null : viewOf(origin);
    },
    reconcile: () => serial(reconcile),
    restart: async () => {
      await serial(reconcile);
      // Not in the queue: a tab that the browser put to sleep may answer late, or never.
      await Promise.all((await onSites()).map(runInOpenTabs));
    },
  };
}

/** Scheme and host of an http(s) origin, without the port; null for anything else. */
function hostOrigin(given: string): string | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.origin !== given) return null;
  // The shape of a site's id: leaves out IPv6 addresses, which match patterns cannot name in all browsers.
  return /^[a-z0-9][a-z0-9.-]{0,99}$/.test(url.hostname) ? `${url.protocol}//${url.hostname}` : null;
}

function patternOf(origin: string): string {
  return `${origin}/*`;
}

function scriptId(origin: string): string {
  return `site ${origin}`;
}
