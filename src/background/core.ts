/** Puts the core together from the browser's APIs, the disk and the clock. */
import * as v from 'valibot';
import { requestEnvelope } from '../protocol/envelope';
import { FILE_PORT } from '../protocol/file-port';
import { createAutoLock } from './auto-lock';
import { createChangeNotice } from './change-notice';
import { chatHandlers } from './chat-handlers';
import { composerHandlers } from './composer-handlers';
import { contactHandlers } from './contact-handlers';
import { createContactReader } from './contact-reader';
import { contentHandlers } from './content-handlers';
import type { CoreParts } from './core-parts';
import { createDrafts } from './drafts';
import { createFileService, type FilePort } from './file-port';
import { frameHandlers } from './frame-handlers';
import { identityHandlers } from './identity-handlers';
import { createArrivals } from './notifications/arrivals';
import { createNotifications } from './notifications/notifications';
import { createOpenChats } from './open-chats';
import { createOwnWriting } from './own-writing';
import { createPairing } from './pairing';
import type { Platform } from './platform';
import { createReader } from './reader';
import { readerHandlers } from './reader-handlers';
import { recoveryHandlers } from './recovery/recovery-handlers';
import { collectHandlers, createRouter, type Reply } from './router';
import { secretHandlers } from './secret-handlers';
import { readSender } from './sender';
import { createSiteHealth } from './site-health';
import { createSites } from './sites';
import type { Store } from './store/database';
import { createTickets } from './tickets';
import { createVault } from './vault';
import { vaultHandlers } from './vault-handlers';

export type Core = {
  /** Answers one message of `runtime.onMessage`; never rejects. */
  readonly answer: (message: unknown, rawSender: unknown) => Promise<Reply>;
  /** Serves one port of `runtime.onConnect`. */
  readonly connect: (name: string, port: FilePort, rawSender: unknown) => void;
  readonly lock: () => Promise<void>;
  readonly onAlarm: (name: string) => Promise<void>;
  readonly onIdleState: (state: string) => Promise<void>;
  readonly onTabClosed: (tab: number) => Promise<void>;
  readonly onNotificationClicked: (id: string) => Promise<void>;
  readonly onNotificationClosed: (id: string) => Promise<void>;
  /** The person said yes to the browser. Some browsers close the popup for that question, so it cannot go on itself. */
  readonly onGranted: (patterns: readonly string[]) => Promise<void>;
  /** After a start of the browser, or a permission taken back. */
  readonly reconcileSites: () => Promise<void>;
  /** After an update or a reload of the extension. */
  readonly restartSites: () => Promise<void>;
};

export function createCore(platform: Platform, store: Store, now: () => number): Core {
  const { session, local, runtime } = platform;
  const notify = createChangeNotice(local);
  const openChats = createOpenChats(session);
  const onLock = async () => {
    reader.forget();
    await Promise.all([arrivals.end(), notifications.clearAll()]);
    await openChats.forgetTitles();
  };
  const vault = createVault({ store, session, onChange: notify, onLock, now });
  const autoLock = createAutoLock(platform, vault, now);
  const contacts = createContactReader(vault, now);
  const ownWriting = createOwnWriting(session);
  const reader = createReader(vault, contacts, ownWriting, now, notify);
  const notifications = createNotifications(platform);
  const parts: CoreParts = {
    platform,
    now,
    vault,
    autoLock,
    pairing: createPairing(session, now),
    drafts: createDrafts(session),
    ownWriting,
    tickets: createTickets(session),
    openChats,
    sites: createSites(platform, vault),
    health: createSiteHealth(session),
  };
  const arrivals = createArrivals(parts, reader, notifications);
  const handlers = collectHandlers(
    contentHandlers(parts, arrivals),
    frameHandlers(parts),
    composerHandlers(parts, reader),
    readerHandlers(parts, reader, contacts, arrivals),
    vaultHandlers(parts, arrivals, notifications),
    identityHandlers(parts, arrivals),
    secretHandlers(parts),
    recoveryHandlers(parts, arrivals),
    contactHandlers(parts),
    chatHandlers(parts),
  );
  const route = createRouter(handlers, autoLock.onRequest);

  const serveFile = createFileService(parts);

  return {
    connect: (name, port, rawSender) => {
      if (name === FILE_PORT) serveFile(port, readSender(rawSender, runtime));
    },
    answer: (message, rawSender) => route(message, readSender(rawSender, runtime, placeOf(message))),
    lock: vault.lock,
    onAlarm: autoLock.onAlarm,
    onIdleState: autoLock.onIdleState,
    onTabClosed: async (tab) => {
      await parts.pairing.forgetTab(tab);
      await parts.openChats.forgetTab(tab);
      await parts.health.forgetTab(tab);
      await notifications.clearTab(tab);
    },
    onNotificationClicked: notifications.onClicked,
    onNotificationClosed: notifications.onClosed,
    onGranted: parts.sites.onGranted,
    reconcileSites: parts.sites.reconcile,
    restartSites: parts.sites.restart,
  };
}

function placeOf(message: unknown): string | undefined {
  const envelope = v.safeParse(requestEnvelope, message);
  return envelope.success ? envelope.output.place : undefined;
}
