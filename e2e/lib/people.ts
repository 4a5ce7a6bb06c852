/** What a person does with Sotto, through what Sotto shows: in its popup, and in its frames in the messenger. */
import type { Page, Person, Surface } from './driver';
import { byRole } from './finder';
import { until } from './poll';

export const composerBox = byRole('textbox', 'Encrypted message');
/** Making keys and stretching a passphrase take seconds on a slow machine. */
const keyTimeout = 60_000;

/** First run: name, passphrase, done. */
export async function makeIdentity(person: Person, name: string, passphrase: string): Promise<void> {
  const popup = await person.openPopup();
  await popup.fill(byRole('textbox', 'Your name'), name);
  await popup.fill(byRole('textbox', 'Passphrase'), passphrase);
  await popup.click(byRole('button', 'Create my identity'));
  await popup.waitFor(byRole('button', 'Lock now'), keyTimeout);
  await popup.close();
}

/**
 * Switches Sotto on for a site. The browser's popup, which alone knows the tab behind it, cannot be opened by every
 * driver; this asks the core from the same page what the popup's button asks. The test flavour has the permission.
 */
export async function switchOnSite(person: Person, url: string): Promise<void> {
  const popup = await person.openPopup();
  const { origin } = new URL(url);
  const answer = await popup.evaluate(
    (asked) => chrome.runtime.sendMessage({ name: 'sites.set', body: { origin: asked, on: true } }),
    origin,
  );
  await popup.close();
  if (!answer.ok) throw new Error(`The core refused to switch on ${origin}: ${JSON.stringify(answer)}`);
}

/** Opens the menu beside the messenger's box and sends the invitation. */
export async function startEncryption(page: Page): Promise<void> {
  await page.bringToFront();
  const start = byRole('button', 'Start encryption');
  const composer = await page.frameWith(start);
  await composer.click(start);
  await page.frameWith(composerBox);
}

/** Accepts the invitation on the card in the chat, and waits for the encrypted composer. */
export async function acceptInvitation(page: Page): Promise<void> {
  await page.bringToFront();
  await pressOnCard(page, 'Accept');
  await page.frameWith(composerBox);
}

/**
 * Presses this button of the card in the chat until it does what it says: a card that moved a moment ago, as one that
 * came on the screen just now has, takes no press.
 */
export async function pressOnCard(page: Page, button: string): Promise<void> {
  const target = byRole('button', button);
  await until(`"${button}" to be taken by the card`, async () => {
    const [card] = await page.framesWith(target);
    if (card === undefined) return false;
    await card.click(target);
    return card.waitForGone(target, 2000).then(
      () => true,
      // Without its frame it is gone as well.
      async () => (await page.framesWith(target)).length === 0,
    );
  });
}

/** The composer frame once it covers the messenger's box. */
export const composerOf = (page: Page): Promise<Surface> => page.frameWith(composerBox);

/** What stands in this composer frame. */
export const textIn = (composer: Surface): Promise<string | undefined> =>
  composer.evaluate(() => document.querySelector('textarea')?.value, undefined);

/** The composer frame that holds this text. */
export const composerWith = (page: Page, text: string): Promise<Surface> =>
  until(`a composer with "${text}"`, async () => {
    for (const frame of await page.framesWith(composerBox)) if ((await textIn(frame)) === text) return frame;
    return null;
  });

/** Until the composer says that messages can be read by the other side. */
export async function waitUntilEncrypted(page: Page): Promise<void> {
  await page.bringToFront();
  const composer = await composerOf(page);
  await composer.waitFor('[data-mode="on"]');
}

/** Texts longer than this, or with line breaks, are put in as a paste is; others come from real keys. */
const typedLength = 120;

/** Writes into Sotto's box and sends with Enter; back when the composer has emptied, which it does on delivery. */
export async function writeMessage(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await writeIn(await composerOf(page), text);
}

/** The same in one of several composers; its page is in front. */
export async function writeIn(composer: Surface, text: string): Promise<void> {
  if (text.length > typedLength || text.includes('\n')) await composer.insert(composerBox, text);
  else await composer.type(composerBox, text);
  await composer.press('Enter');
  await composer.waitForResult(
    'the composer to empty',
    () => document.querySelector('textarea')?.value === '',
    undefined,
    30_000,
  );
}

export interface ReadMessage {
  readonly state: string;
  readonly text: string;
}

/** What the reader frames show now, in their order. */
export async function readTexts(page: Page): Promise<ReadMessage[]> {
  const frames = await page.framesWith('[data-message][data-state]');
  const read = frames.map((frame) =>
    frame.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('[data-message][data-state]')].flatMap((element) => {
          const text = element.querySelector('[data-part="text"]')?.textContent;
          return text === null || text === undefined ? [] : [{ state: element.dataset['state'] ?? '', text }];
        }),
      undefined,
    ),
  );
  return (await Promise.all(read)).flat();
}

/** This many looks in a row at the same texts: the readers rest. */
const restingLooks = 6;

/**
 * Scrolls through the list until each of these texts has been shown by a reader, and returns the states they had.
 * `scroller` is the messenger's own scrolling element.
 */
export async function readAll(
  page: Page,
  scroller: string,
  texts: readonly string[],
  timeout = 60_000,
): Promise<Map<string, string>> {
  await page.bringToFront();
  const seen = new Map<string, string>();
  const missing = () => texts.filter((text) => !seen.has(text));
  let before = '';
  let same = 0;
  const look = async () => {
    const read = await readTexts(page);
    for (const { state, text } of read) seen.set(text, state);
    if (missing().length === 0) return true;
    // On only when the readers have come to rest here: a person does not scroll past what has not appeared yet.
    const now = JSON.stringify(read);
    same = now === before ? same + 1 : 0;
    before = now;
    if (same < restingLooks) return false;
    same = 0;
    await page.evaluate((css) => {
      // Also in a frame of the page's own, and in an open shadow root.
      const findIn = (root: Document | ShadowRoot): Element | null => {
        const found = root.querySelector(css);
        if (found !== null) return found;
        for (const { shadowRoot, contentDocument } of root.querySelectorAll<HTMLIFrameElement>('*')) {
          const inner = shadowRoot ?? contentDocument;
          const deeper = inner && findIn(inner);
          if (deeper) return deeper;
        }
        return null;
      };
      const list = findIn(document);
      if (list === null) return;
      // A list that is laid out from its end counts from there: its first message is at the most negative place.
      const reversed = getComputedStyle(list).flexDirection === 'column-reverse';
      const range = list.scrollHeight - list.clientHeight;
      const first = reversed ? -range : 0;
      const atEnd = list.scrollTop - first >= range - 2;
      list.scrollTop = atEnd ? first : list.scrollTop + list.clientHeight * 0.4;
    }, scroller);
    return false;
  };
  await until('all messages to be readable', look, timeout).catch((error: unknown) => {
    const shown = missing().map((text) => JSON.stringify(text.slice(0, 60)));
    throw new Error(`Not readable: ${shown.join(', ')}`, { cause: error });
  });
  return seen;
}

export async function lock(person: Person): Promise<void> {
  const popup = await person.openPopup();
  await popup.click(byRole('button', 'Lock now'));
  await popup.waitFor(byRole('button', 'Unlock'));
  await popup.close();
}

export async function unlock(person: Person, passphrase: string): Promise<void> {
  const popup = await person.openPopup();
  await popup.fill(byRole('textbox', 'Passphrase'), passphrase);
  await popup.click(byRole('button', 'Unlock'));
  await popup.waitFor(byRole('button', 'Lock now'), keyTimeout);
  await popup.close();
}

/** What runs in the extension's own page. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean }> };
};
