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
    mended: `Bob has thought again on ${id}`,
    draft: `Alice had begun this on ${id}`,
    file: {
      name: `Where to meet on ${id}.txt`,
      type: 'text/plain',
      content: `Under the old bridge, at nine, as on ${id}.\n`.repeat(60),
    },
    /** Written where the site was redesigned. */
    unsent: `Alice cannot send this on ${id}`,
    unseen: `Bob does not see this leave on ${id}`,
  };
}
