/** What Alice and Bob say to each other on every page. */
import { hosted, products } from '../../src/sites/catalogue';
import type { SitePage } from './framework/site-page';

/** Characters that the generic script sends as one message. */
const usualPart = 4000;

export function texts({ site, id }: SitePage) {
  const part = [...hosted, ...products].find((facts) => facts.id === site)?.part ?? usualPart;
  const words = 'it rained from Monday to Friday, and then some more; '.repeat(Math.ceil(part / 50));
  return {
    short: `Alice says hello on ${id}, plainly`,
    lines: `Bob on ${id}:\n*stars* _lines_ ~waves~ \`ticks\`\n\n> quote # hash 😀 👩‍👩‍👧‍👦 :-) https://example.org/a_b`,
    /** As ciphertext a third longer, so two or three parts. */
    long: `Alice, at length, on ${id}: ${words}`.slice(0, Math.round(part * 1.1)).trim(),
    answer: `Bob answers on ${id}, shortly`,
  };
}
