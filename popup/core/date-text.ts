import { browser } from '../../src/platform/browser';

/** A day in the browser's language. `time` in milliseconds since the epoch. */
export function dateText(time: number): string {
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { dateStyle: 'long' }).format(time);
}
