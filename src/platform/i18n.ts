/** Words for people, by key, in the browser's language. Keys are checked against the English files. */
import type errors from '../_locales/en/errors.json';
import type extension from '../_locales/en/extension.json';
import type frames from '../_locales/en/frames.json';
import type popup from '../_locales/en/popup.json';
import { browser } from './browser';

export type MessageKey =
  keyof typeof errors | keyof typeof extension | keyof typeof frames | keyof typeof popup;

/** The sentence for `key`, with $1, $2... replaced by `values`. */
export function t(key: MessageKey, ...values: readonly string[]): string {
  return browser.i18n.getMessage(key, [...values]);
}
