/** Which product stands in the page, and having its own script put here, which then serves it instead. */
import { ask } from '../../content/ask';
import { queryFirst } from '../../content/deep-query';
import { productMarks } from '../product-marks';

const asked = new Set<string>();
const refused = new Set<string>();

/** Whether the page is a product's that has a script of its own: then nothing else is to stand up in it. */
export function isProduct(): boolean {
  const found = Object.entries(productMarks).find(([, marks]) => queryFirst(marks) !== null);
  if (!found) return false;
  const [site] = found;
  if (!asked.has(site)) {
    asked.add(site);
    // Without it the page is served as any other.
    ask('site.load', { site }).catch(() => refused.add(site));
  }
  return !refused.has(site);
}
