/** What axe-core finds wrong in one document. */
import axe from 'axe-core';
import type { Surface } from './driver';

/** Rules for what a person opens as a page: a frame in a page has no need of a heading and landmarks of its own. */
const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region'];

/**
 * `rule: element` for each violation. Frames inside the document are documents of their own, and left out.
 * @param behind colour of what a transparent frame stands on, which axe-core would take for white; null for a page
 */
export async function violationsIn(surface: Surface, behind: string | null): Promise<string[]> {
  await surface.runScript(axe.source);
  return surface.evaluate(
    async ({ rulesLeftOut, backdrop }) => {
      document.documentElement.style.backgroundColor = backdrop;
      // Half-way through a change of colour nothing has the contrast it will have.
      const passing = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map(({ finished }) => finished));
      const { violations } = await (globalThis as unknown as { readonly axe: typeof axe }).axe.run(document, {
        iframes: false,
        rules: Object.fromEntries(rulesLeftOut.map((id) => [id, { enabled: false }])),
      });
      document.documentElement.style.backgroundColor = '';
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary = '' }) => `${id} (${help}): ${html}\n${failureSummary}`),
      );
    },
    { rulesLeftOut: behind === null ? [] : pageRules, backdrop: behind ?? '' },
  );
}
