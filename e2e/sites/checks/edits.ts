/** An encrypted message is edited by the site's own control, in Sotto's composer. */
import { expect } from '../../lib/test';
import * as people from '../../lib/people';
import { until } from '../../lib/poll';
import { pressOnLast, stored, untilGone, type Chat } from './chat';

/** Bob edits his last message, which reads `old`. */
export async function editLast(chat: Chat, old: string, text: string): Promise<void> {
  const { bob } = chat;
  const message = await pressOnLast(chat, 'bob', 'edit');
  const composer = await people.composerWith(bob, old);
  await bob.waitForResult('the box for edits to be covered', isEditBoxCovered, undefined);
  await composer.fill(people.composerBox, text);
  await composer.press('Enter');
  await until('the edit at the server', () => stored(chat, message)?.edited);
  expect(stored(chat, message)?.text).not.toBe(message.text);
  await until('one composer, empty', async () => {
    const frames = await bob.framesWith(people.composerBox);
    const [only] = frames;
    return frames.length === 1 && only && (await people.textIn(only)) === '';
  });
  await untilGone(chat, old);
}

/** In the page: whether a press where the site has the message edited goes elsewhere. */
function isEditBoxCovered(): boolean {
  const [box] = testPage.find('[data-edit-box]');
  if (box === undefined) return false;
  const { x, y, width, height } = box.getBoundingClientRect();
  return !box.contains(box.ownerDocument.elementFromPoint(x + width / 2, y + height / 2));
}
