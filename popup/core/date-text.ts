import { language } from '../../src/platform/i18n';

/** A day in the language of our words. `time` in milliseconds since the epoch. */
export function dateText(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(time);
}
