/**
 * The picture that README begins with: what two people see of a chat, and what the messenger's server has of it.
 * `docs/images/chat.png` is this one of the look `en-light`.
 */
import type { Page } from '../lib/driver';
import { withCore } from '../lib/core-ask';
import { conversation } from '../start';
import { composerIn, say, shootSettled, type Stage } from './stage';

/** As large as half of the picture, in CSS pixels. */
const view = { width: 720, height: 640 };
const seals = { alice: { picture: 0, hue: 195 }, bob: { picture: 42, hue: 90 } };

export async function readmePicture(stage: Stage, here: Page, there: Page): Promise<void> {
  const { alice, bob, demo, file } = stage;
  for (const [person, seal] of [
    [alice, seals.alice],
    [bob, seals.bob],
  ] as const)
    await withCore(person, (ask) => ask('seal.set', { seal }));
  for (const page of [here, there]) {
    await page.resize(view.width, view.height);
    await page.reload();
    await composerIn(page);
  }
  for (const { from, text } of conversation) await say(from === 'alice' ? here : there, text);
  const shots: string[] = [];
  for (const [index, page] of [here, there].entries()) {
    await page.bringToFront();
    await page.frameWith('[data-message][data-state="pinned"]');
    const shot = file(`readme-${index}`);
    shots.push(Buffer.from(await shootSettled(page, shot)).toString('base64'));
  }
  const stored = demo
    .messages('alice-bob')
    .slice(-4)
    .map(({ from, text }) => ({ from, text: text.slice(0, 200) }));
  const sheet = await alice.openPage('about:blank');
  await sheet.resize(2 * view.width + 20, view.height + 190);
  await sheet.evaluate(layOut, { shots, stored, width: view.width });
  await sheet.screenshot(file('readme'));
  await sheet.close();
}

/** In the page: the two views side by side, and under them what the server stored. */
function layOut({
  shots,
  stored,
  width,
}: {
  readonly shots: readonly string[];
  readonly stored: readonly { readonly from: string; readonly text: string }[];
  readonly width: number;
}): Promise<unknown> {
  const put = <K extends keyof HTMLElementTagNameMap>(parent: Element, tag: K, style: string) => {
    const made = document.createElement(tag);
    made.style.cssText = style;
    parent.append(made);
    return made;
  };
  const { body } = document;
  document.documentElement.style.overflow = 'hidden';
  body.style.cssText = 'margin: 0; background: #d9dfe8; font: 15px/1.5 "Noto Sans", sans-serif';
  const views = put(body, 'div', 'display: flex; gap: 20px');
  const images = shots.map((shot) => {
    const image = put(views, 'img', `width: ${width}px; display: block`);
    image.src = `data:image/png;base64,${shot}`;
    return image.decode();
  });
  const server = put(body, 'div', 'height: 190px; padding: 20px 32px; background: #10171f; color: #8fa0b3');
  const title = put(server, 'div', 'margin-bottom: 10px; color: #7fd6c4; font-size: 18px; font-weight: 600');
  title.textContent = 'The same chat, as the messenger’s server stored it';
  const line = 'font: 15px/26px monospace; white-space: nowrap; overflow: hidden; text-overflow: ellipsis';
  for (const { from, text } of stored) {
    const row = put(server, 'div', line);
    put(row, 'b', 'display: inline-block; width: 5em; color: #fff').textContent = from;
    row.append(text);
  }
  return Promise.all(images);
}
