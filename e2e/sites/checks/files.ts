/** A file goes out encrypted by the site's own upload, and comes back as it was. */
import { asSaved, attach, cardOf, choose, press, save, sendFiles, type TestFile } from '../../journeys/files';
import { expect } from '../../lib/test';
import type { Chat } from './chat';

/** Alice sends it; Bob saves it, or downloads it and chooses it where Sotto cannot load it. */
export async function sendFile({ page, server, alice, bob }: Chat, file: TestFile): Promise<void> {
  await sendFiles(await attach(alice, [file]));
  const received = await cardOf(bob, file.name);
  if (page.downloads === 'by-hand') {
    await press(received, 'Save', 'failed');
    await choose(received, server.uploads(page)[0]?.bytes);
  }
  expect(await save(received)).toEqual(asSaved(file));
  await cardOf(alice, file.name);
  expect(server.uploads(page)).toEqual([
    expect.objectContaining({
      user: 'alice',
      name: expect.stringMatching(/^[a-z2-7]{10}\.bin$/),
      type: 'application/octet-stream',
    }),
  ]);
}
