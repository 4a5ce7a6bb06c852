/** An encrypted message is deleted by the site's own control. */
import { until } from '../../lib/poll';
import { words } from '../framework/words';
import { pressOnLast, stored, untilGone, type Chat } from './chat';

/** Alice deletes her last message, which reads `text`. */
export async function deleteLast(chat: Chat, text: string): Promise<void> {
  const { page, alice, bob } = chat;
  const { id } = await pressOnLast(chat, 'alice', 'remove');
  await until('it to be deleted at the server', () => stored(chat, { id })?.deleted);
  await untilGone(chat, text);
  for (const at of [alice, bob]) {
    await at.waitForResult(
      page.deleted === 'word' ? 'the site’s word in its place' : 'its row to be gone',
      isGone,
      { row: `[data-tool="remove ${id}"]`, word: page.deleted === 'word' ? words.deleted : null },
    );
  }
}

/** In the page: whether the row is gone, or shows the site's word for all to see. */
function isGone({ row, word }: { readonly row: string; readonly word: string | null }): boolean {
  if (word === null) return document.querySelector(row) === null;
  return document.body.innerText.includes(word);
}
