/** What the core uses of the browser. Tests hand in a fake of exactly this. */
import type { browser } from '../platform/browser';

type All = typeof browser;

export type Platform = {
  readonly runtime: Pick<All['runtime'], 'id' | 'getURL'>;
  readonly session: Pick<All['storage']['session'], 'get' | 'set' | 'remove'>;
  /** Content scripts can read and write it: for the change notice only. */
  readonly local: Pick<All['storage']['local'], 'set'>;
  readonly alarms: Pick<All['alarms'], 'create' | 'clear'>;
  readonly tabs: Pick<All['tabs'], 'query' | 'get' | 'update'>;
  readonly windows: Pick<All['windows'], 'get' | 'create' | 'update'>;
  readonly scripting: Pick<
    All['scripting'],
    | 'executeScript'
    | 'insertCSS'
    | 'registerContentScripts'
    | 'unregisterContentScripts'
    | 'getRegisteredContentScripts'
  >;
  readonly permissions: Pick<All['permissions'], 'contains'>;
  /** Null while the person has not given the permission, which may come at any time. */
  readonly notifications: () => Pick<All['notifications'], 'create' | 'clear'> | null;
  readonly i18n: Pick<All['i18n'], 'getMessage'>;
};
