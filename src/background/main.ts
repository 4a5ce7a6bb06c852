/**
 * The core's entry: a service worker in Chrome, an event page in Firefox. Listeners are registered at once and
 * synchronously, since the browser starts this script again for each event that it was stopped before.
 */
import { browser } from '../platform/browser';
import { openSidePanel } from '../platform/side-panel';
import { createCore } from './core';
import { openStore } from './store/database';

const core = createCore(
  {
    runtime: browser.runtime,
    session: browser.storage.session,
    local: browser.storage.local,
    alarms: browser.alarms,
    tabs: browser.tabs,
    windows: browser.windows,
    scripting: browser.scripting,
    permissions: browser.permissions,
    notifications: () => notificationsOf(browser),
    i18n: browser.i18n,
  },
  openStore(),
  Date.now,
);

/** What fails outside a request has nobody to tell but the core's own console. */
function run(task: Promise<unknown>): void {
  task.catch((error: unknown) => console.error(error));
}

browser.runtime.onMessage.addListener((message: unknown, sender: unknown) => core.answer(message, sender));
browser.runtime.onConnect.addListener((port) => core.connect(port.name, port, port.sender));
browser.alarms.onAlarm.addListener(({ name }) => run(core.onAlarm(name)));
browser.idle.onStateChanged.addListener((state) => run(core.onIdleState(state)));
browser.tabs.onRemoved.addListener((tab) => run(core.onTabClosed(tab)));
browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'lock-now') run(core.lock());
  if (command === 'open-panel') run(openSidePanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT));
});
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  listenToNotifications();
  run(core.onGranted(origins));
});
browser.permissions.onRemoved.addListener(() => run(core.reconcileSites()));
browser.runtime.onInstalled.addListener(() => run(core.restartSites()));
browser.runtime.onStartup.addListener(() => run(core.reconcileSites()));

/** The browser has the API for them only while it has the permission. */
function notificationsOf(given: Partial<Pick<typeof browser, 'notifications'>>) {
  return given.notifications ?? null;
}
const onClicked = (id: string) => run(core.onNotificationClicked(id));
const onClosed = (id: string) => run(core.onNotificationClosed(id));
function listenToNotifications(): void {
  // Adding a listener that is there already changes nothing.
  notificationsOf(browser)?.onClicked.addListener(onClicked);
  notificationsOf(browser)?.onClosed.addListener(onClosed);
}
listenToNotifications();

// Chrome keeps `storage.session` from content scripts by default and Firefox always does; said here so that a
// change of the default would not open it. The polyfill's types do not know the method, and Firefox has none.
const { session } = browser.storage as { session: { setAccessLevel?: (level: object) => Promise<void> } };
run(session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }) ?? Promise.resolve());
