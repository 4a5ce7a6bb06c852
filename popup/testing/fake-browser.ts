/** The parts of the browser that the popup uses, in memory: English or German words, storage events, a click's prompt. */
import deErrors from '../../src/_locales/de/errors.json';
import deExtension from '../../src/_locales/de/extension.json';
import dePopup from '../../src/_locales/de/popup.json';
import deSites from '../../src/_locales/de/sites.json';
import enErrors from '../../src/_locales/en/errors.json';
import enExtension from '../../src/_locales/en/extension.json';
import enPopup from '../../src/_locales/en/popup.json';
import enSites from '../../src/_locales/en/sites.json';
import { CHANGE_KEY } from '../../src/protocol/core';

const words: Record<string, Record<string, string>> = {
  en: { ...enErrors, ...enExtension, ...enPopup, ...enSites },
  de: { ...deErrors, ...deExtension, ...dePopup, ...deSites },
};

type ChangeListener = (changes: Record<string, unknown>, area: string) => void;

/** `answer` is the core: what it returns goes back to the asking side. */
export function makeFakeBrowser(language: 'en' | 'de', answer: (message: unknown) => Promise<unknown>) {
  const listeners = new Set<ChangeListener>();
  const permissions = { grant: true, asked: [] as string[][], removed: [] as string[][] };
  const held = new Set<string>();
  const onAdded = makeEvent();
  const onRemoved = makeEvent();
  const give = (names: readonly string[]) => {
    for (const name of names) held.add(name);
    onAdded.tell();
  };
  const take = (names: readonly string[]) => {
    for (const name of names) held.delete(name);
    onRemoved.tell();
  };
  const openedTabs: string[] = [];
  return {
    openedTabs,
    permissionLog: permissions,
    announceChange: () => {
      for (const listener of listeners) listener({ [CHANGE_KEY]: {} }, 'local');
    },
    i18n: {
      getUILanguage: () => language,
      getMessage: (key: string, values: readonly string[] = []) =>
        (words[language]?.[key] ?? '').replaceAll(
          /\$([1-9])/g,
          (_, place: string) => values[Number(place) - 1] ?? '',
        ),
    },
    runtime: { sendMessage: answer, getURL: (path: string) => `/${path}` },
    storage: {
      onChanged: {
        addListener: (listener: ChangeListener) => listeners.add(listener),
        removeListener: (listener: ChangeListener) => listeners.delete(listener),
      },
    },
    extension: { getViews: (): readonly unknown[] => [] },
    tabs: {
      create: ({ url }: { url: string }) => Promise.resolve(void openedTabs.push(url)),
      reload: () => Promise.resolve(),
    },
    /** The person takes a permission back in the browser's own settings. */
    takeBack: (permission: string) => take([permission]),
    permissions: {
      request: (asked: Asked) => {
        permissions.asked.push(namesOf(asked));
        if (permissions.grant) give(namesOf(asked));
        return Promise.resolve(permissions.grant);
      },
      remove: (asked: Asked) => {
        permissions.removed.push(namesOf(asked));
        take(namesOf(asked));
        return Promise.resolve(true);
      },
      contains: (asked: Asked) => Promise.resolve(namesOf(asked).every((name) => held.has(name))),
      onAdded,
      onRemoved,
    },
  };
}

type Asked = { readonly origins?: readonly string[]; readonly permissions?: readonly string[] };
const namesOf = ({ origins = [], permissions = [] }: Asked) => [...origins, ...permissions];

function makeEvent() {
  const listeners = new Set<() => void>();
  return {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}
