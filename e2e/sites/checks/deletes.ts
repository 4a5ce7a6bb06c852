/** An encrypted message is deleted by the site's own control. */
import { until } from '../../lib/poll';
import { peers } from '../framework/peers';
import { words } from '../framework/words';
import { pressTool, stored, untilGone, type Chat } from './chat';

/** Alice deletes her last message, which reads `text` and stands in the list as that many messages of the site's. */
export async function deleteLast(chat: Chat, text: string, parts: number): Promise<void> {
  const { page, server, alice, bob } = chat;
  const own = server.messages(page).filter(({ from }) => from === peers.alice.id);
  for (const message of own.slice(-parts)) {
    await pressTool(chat, 'alice', 'remove', message);
    await until('it to be deleted at the server', () => stored(chat, message)?.deleted);
    for (const at of [alice, bob]) {
      await at.waitForResult(
        page.deleted === 'word' ? 'the site’s word in its place' : 'its row to be gone',
        isGone,
        { row: `[data-tool="remove ${message.id}"]`, word: page.deleted === 'word' ? words.deleted : null },
      );
    }
  }
  await untilGone(chat, text);
}

/** In the page: whether the row is gone, or shows the site's word for all to see. */
function isGone({ row, word }: { readonly row: string; readonly word: string | null }): boolean {
  if (word === null) return testPage.find(row).length === 0;
  return testPage
    .find('*')
    .some(
      (element) =>
        [...element.childNodes].some((node) => node.nodeName === '#text' && node.textContent === word) &&
        element.checkVisibility({ visibilityProperty: true }),
    );
}
