/** Words for people, by key, in the browser's language. Keys are checked against the English files. */
import type errors from '../_locales/en/errors.json';
import type extension from '../_locales/en/extension.json';
import type frames from '../_locales/en/frames.json';
import type popup from '../_locales/en/popup.json';
import type sites from '../_locales/en/sites.json';
import { browser } from './browser';

export type MessageKey =
  | keyof typeof errors
  | keyof typeof extension
  | keyof typeof frames
  | keyof typeof popup
  | keyof typeof sites;

/**
 * The language that our words come in, as BCP 47, for whatever is put into them: names, times, numbers. The browser's own
 * may be one that we have no words in; its region is kept where the two agree.
 */
export function language(): string {
  const ours = t('language');
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === ours ? browsers : ours;
}

/** A number as it is written in that language. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** The sentence for `key`, with $1, $2... replaced by `values`. */
export function t(key: MessageKey, ...values: readonly string[]): string {
  return browser.i18n.getMessage(key, [...values]);
}
