/** What handlers share: one set of parts for the life of the worker. */
import type { AutoLock } from './auto-lock';
import type { Drafts } from './drafts';
import type { OpenChats } from './open-chats';
import type { OwnWriting } from './own-writing';
import type { Pairing } from './pairing';
import type { Platform } from './platform';
import type { SiteHealth } from './site-health';
import type { Sites } from './sites';
import type { Tickets } from './tickets';
import type { Vault } from './vault';

export type CoreParts = {
  readonly platform: Platform;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly vault: Vault;
  readonly autoLock: AutoLock;
  readonly pairing: Pairing;
  readonly drafts: Drafts;
  readonly ownWriting: OwnWriting;
  readonly tickets: Tickets;
  readonly openChats: OpenChats;
  readonly sites: Sites;
  readonly health: SiteHealth;
};
