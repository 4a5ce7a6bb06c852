/** As much of a browser as the core uses: storage that outlives a stopped worker, and a note of what was asked. */
import type { Platform } from '../platform';

const EXTENSION_ID = 'sotto-test';
/** The one that pages stand in. */
const BROWSER_WINDOW = 99;
const ORIGIN = `chrome-extension://${EXTENSION_ID}`;

export type FakeBrowser = {
  readonly platform: Platform;
  /** What `storage.session` holds now. */
  readonly stored: Map<string, unknown>;
  /** What `storage.local` holds now. */
  readonly local: Map<string, unknown>;
  readonly alarms: Map<string, number>;
  /** Match patterns and names of permissions that the person granted. */
  readonly granted: Set<string>;
  readonly registered: Map<string, { readonly id: string; readonly matches?: string[] }>;
  readonly executed: {
    readonly args?: readonly unknown[];
    readonly files?: readonly string[];
    readonly target: unknown;
  }[];
  /** Addresses of windows by id, counted from 1; undefined once closed. */
  readonly windows: (string | undefined)[];
  activeTab: { readonly id: number; readonly url?: string; readonly windowId?: number } | null;
  /** Whether the browser's windows have the focus. */
  focused: boolean;
  /** What stands in the computer's notifications, by id. */
  readonly notifications: Map<string, { readonly title: string; readonly message: string }>;
  /** Everything that was ever shown there. */
  readonly notified: { readonly title: string; readonly message: string }[];
  /** Tabs and windows that were brought to the front. */
  readonly raised: { readonly tab?: number; readonly window?: number }[];
  /** As at the end of the browser: memory is gone, the disk is not. */
  readonly endSession: () => void;
};

export function createFakeBrowser(): FakeBrowser {
  const stored = new Map<string, unknown>();
  const local = new Map<string, unknown>();
  const alarms = new Map<string, number>();
  const granted = new Set<string>();
  const registered: FakeBrowser['registered'] = new Map();
  const executed: FakeBrowser['executed'] = [];
  const windows: FakeBrowser['windows'] = [];
  const notifications: FakeBrowser['notifications'] = new Map();
  const notified: FakeBrowser['notified'] = [];
  const raised: FakeBrowser['raised'] = [];
  const notificationsApi = {
    create: async (id: string, { title, message }: { title: string; message: string }) => {
      notifications.set(id, { title, message });
      notified.push({ title, message });
      return id;
    },
    clear: async (id: string) => notifications.delete(id),
  };

  const fake = {
    runtime: { id: EXTENSION_ID, getURL: (path: string) => `${ORIGIN}/${path}` },
    session: {
      get: async (key: string) => (stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {}),
      set: async (values: Record<string, unknown>) => {
        // A browser stores JSON here: what does not survive that is lost.
        for (const [key, value] of Object.entries(values)) stored.set(key, JSON.parse(JSON.stringify(value)));
      },
      remove: async (key: string) => void stored.delete(key),
    },
    local: {
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) local.set(key, value);
      },
    },
    alarms: {
      create: (name: string, { when }: { when: number }) => void alarms.set(name, when),
      clear: async (name: string) => alarms.delete(name),
    },
    tabs: {
      query: async () => (result.activeTab ? [result.activeTab] : []),
      get: async (id: number) => {
        if (result.activeTab?.id !== id) throw new Error(`No tab with id: ${id}.`);
        return result.activeTab;
      },
      update: async (tab: number) => {
        raised.push({ tab });
        return { id: tab, windowId: BROWSER_WINDOW };
      },
    },
    windows: {
      create: async ({ url }: { url: string }) => ({ id: windows.push(url) }),
      get: async () => ({ focused: result.focused }),
      update: async (id: number) => {
        if (id !== BROWSER_WINDOW && windows[id - 1] === undefined)
          throw new Error(`No window with id: ${id}.`);
        raised.push({ window: id });
      },
    },
    scripting: {
      executeScript: async (injection: FakeBrowser['executed'][number]) => {
        executed.push(injection);
        return [];
      },
      insertCSS: async () => undefined,
      registerContentScripts: async (scripts: { id: string }[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        [...registered.values()].filter(({ id }) => ids.includes(id)),
    },
    permissions: {
      contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
        [...origins, ...permissions].every((asked) => granted.has(asked)),
    },
    notifications: () => (granted.has('notifications') ? notificationsApi : null),
    i18n: { getMessage: (key: string, values: string[] = []) => `[${[key, ...values].join(' ')}]` },
  };
  const result: FakeBrowser = {
    platform: fake as unknown as Platform,
    stored,
    local,
    alarms,
    granted,
    registered,
    executed,
    windows,
    activeTab: null,
    focused: true,
    notifications,
    notified,
    raised,
    endSession: () => stored.clear(),
  };
  return result;
}

/** Raw senders, as browsers describe them. */
export const senders = {
  content: (tab: number, url = 'https://chat.example/room') => ({
    id: EXTENSION_ID,
    url,
    origin: new URL(url).origin,
    frameId: 0,
    documentId: `content-${tab}`,
    tab: { id: tab },
  }),
  frame: (tab: number, kind: string, document: string) => ({
    id: EXTENSION_ID,
    url: `${ORIGIN}/frames/${kind}.html`,
    origin: ORIGIN,
    frameId: 7,
    documentId: document,
    tab: { id: tab },
  }),
  popup: () => ({ id: EXTENSION_ID, url: `${ORIGIN}/popup/index.html`, origin: ORIGIN, documentId: 'popup' }),
};
