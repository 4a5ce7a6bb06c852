/** One page's chat, open at both sides: what a check is done on. */
import type { Page } from '../../lib/driver';
import * as people from '../../lib/people';
import { until } from '../../lib/poll';
import type { SitesServer } from '../framework/server';
import type { Message, SitePage } from '../framework/site-page';
import { peers, type Who } from '../framework/peers';
import type { TestPage } from '../framework/test-page';

export type Chat = Readonly<Record<Who, Page>> & { readonly page: SitePage; readonly server: SitesServer };

/** Waits until neither side shows this text in a reader. */
export async function untilGone({ alice, bob }: Chat, text: string): Promise<void> {
  await Promise.all(
    [alice, bob].map((at) =>
      until(`"${text}" to be gone`, async () => {
        await at.bringToFront();
        return (await people.readTexts(at)).every((read) => read.text !== text);
      }),
    ),
  );
}

/** Presses the site's own control on this person's last message, and gives that message. */
export async function pressOnLast(chat: Chat, who: Who, tool: 'edit' | 'remove'): Promise<Message> {
  const message = chat.server.messages(chat.page).findLast(({ from }) => from === peers[who].id);
  if (message === undefined) throw new Error(`${who} has sent nothing here`);
  await pressTool(chat, who, tool, message);
  return message;
}

/** Presses the site's own control on this message, which may stand in a frame of the page's. */
export async function pressTool(
  { page, ...at }: Chat,
  who: Who,
  tool: 'edit' | 'remove',
  { id }: Pick<Message, 'id'>,
): Promise<void> {
  await at[who].bringToFront();
  const surface = page.frame ? await at[who].frameWith('[data-ready]') : at[who];
  await surface.click(`[data-tool="${tool} ${id}"]`);
}

/** The message as the server has it now. */
export const stored = ({ server, page }: Chat, { id }: Pick<Message, 'id'>): Message | undefined =>
  server.messages(page).find((message) => message.id === id);

declare global {
  /** In the page. */
  const testPage: TestPage;
}
