/** Files: in the composer before they go, on their way, refused, and as they arrive. */
import { giveFiles, sendFiles, type TestFile } from '../journeys/files';
import type { Page } from '../lib/driver';
import { box, composerIn, shootChat, type Stage } from './stage';

const picture: TestFile = {
  name: 'A holiday at the lake, with everybody in the picture.png',
  type: 'image/png',
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
    'base64',
  ).toString('latin1'),
};
const note: TestFile = {
  name: 'Plan.txt',
  type: 'text/plain',
  content: 'Meet me at the old lighthouse at nine.\n'.repeat(40),
};
const archive: TestFile = { name: 'backup.zip', type: 'application/zip', content: 'x'.repeat(4000) };

export async function files(stage: Stage, here: Page, there: Page): Promise<void> {
  const { demo } = stage;
  await here.bringToFront();
  const composer = await composerIn(here);
  await giveFiles(composer, [picture, note, archive]);
  await composer.insert(box, 'three files');
  await shootChat(stage, here, 'files-waiting');
  await sendFiles(composer);
  await there.bringToFront();
  const reader = await there.frameWith('[data-part="file"]');
  await shootChat(stage, there, 'files-arrived');
  const card = `[data-part="file"][aria-label="${note.name}"]`;
  await reader.click(`${card} button`);
  await reader.waitFor(`${card}[data-file-state="shown"]`, 30_000);
  await shootChat(stage, there, 'files-shown');
  await reader.click(`${card} button`);

  await demo.set({ uploads: 'stall' });
  await here.bringToFront();
  await giveFiles(composer, [note]);
  await composer.click(box);
  await composer.press('Enter');
  await composer.waitFor('.file[data-state="uploading"]');
  await shootChat(stage, here, 'files-uploading');
  await composer.click('.file button.bare');
  await composer.waitForGone('.file');
  await demo.set({ uploads: 'refuse' });
  await here.reload();
  const again = await composerIn(here);
  await giveFiles(again, [note]);
  await again.click(box);
  await again.press('Enter');
  await again.waitFor('.file[data-state="failed"]', 60_000);
  await shootChat(stage, here, 'files-refused');
  await again.click('.file button.bare');
  await demo.set({ uploads: 'work' });
}
