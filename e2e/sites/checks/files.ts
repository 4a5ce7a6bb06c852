/** A file goes out encrypted by the site's own upload, and comes back as it was. */
import { asSaved, attach, cardOf, save, sendFiles, type TestFile } from '../../journeys/files';
import { expect } from '../../lib/test';
import type { Chat } from './chat';

/** Alice sends it; Bob saves it. */
export async function sendFile({ page, server, alice, bob }: Chat, file: TestFile): Promise<void> {
  await sendFiles(await attach(alice, [file]));
  expect(await save(await cardOf(bob, file.name))).toEqual(asSaved(file));
  await cardOf(alice, file.name);
  expect(server.uploads(page)).toEqual([
    expect.objectContaining({
      user: 'alice',
      name: expect.stringMatching(/^[a-z2-7]{10}\.bin$/),
      type: 'application/octet-stream',
    }),
  ]);
}
