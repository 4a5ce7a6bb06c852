/** What a page shows and offers beside its messages: no wall of characters, no way out past the composer. */
import { expect } from '../../lib/test';
import type { Chat } from './chat';

export async function showsNoCiphertext({ alice, bob }: Chat): Promise<void> {
  for (const at of [alice, bob])
    await at.waitForResult('no start of a ciphertext to be seen', noWallOfCharacters, undefined);
}

export async function stopsOtherWays({ page, server, alice }: Chat): Promise<void> {
  for (const way of await alice.evaluate(waysWithinReach, undefined))
    await alice.click(`[data-way="${way}"]`);
  expect(server.received(page)).not.toContain('"type":"way"');
}

/** In the page: whether all that shows the start of a message, and the tab's title, show something that can be read. */
function noWallOfCharacters(): boolean {
  const isSeen = (text: Node) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getBoundingClientRect().width > 0;
  };
  const walls = testPage
    .find('[data-start]')
    .flatMap(({ childNodes }) =>
      [...childNodes].filter((node) => (node.textContent ?? '').includes('QzSotto1') && isSeen(node)),
    );
  return walls.length === 0 && !document.title.includes('QzSotto1');
}

/** In the page: which other ways to send a press of the pointer would reach, in open shadow roots too. */
export function waysWithinReach(): string[] {
  const hitAt = (page: Document, x: number, y: number) => {
    let hit = page.elementFromPoint(x, y);
    for (let deeper = hit; deeper !== null; hit = deeper) {
      deeper = hit?.shadowRoot?.elementFromPoint(x, y) ?? null;
      if (deeper === null || deeper === hit) break;
    }
    return hit;
  };
  return testPage.find('[data-way]').flatMap((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    const hit = hitAt(control.ownerDocument, x + width / 2, y + height / 2);
    return control.contains(hit) ? [control.dataset['way'] ?? ''] : [];
  });
}
