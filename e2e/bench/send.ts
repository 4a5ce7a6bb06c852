/** (e) From Enter in the composer to ciphertext in the page's box, and to the page's own send. */
import type { Frame, Page } from 'playwright';
import type { BenchBrowser } from './chromium';
import { compare, type Row } from './report';
import { median } from './stats';

type Sent = { readonly filled: number; readonly sent: number };

export async function measureSending(
  browser: BenchBrowser,
  port: number,
  path: string,
  rounds: number,
): Promise<Row[]> {
  const page = await browser.context.newPage();
  const alone = await browser.context.newPage();
  try {
    await page.goto(`http://localhost:${port}${path}`);
    await alone.goto(`http://127.0.0.1:${port}${path}`);
    const composer = await composerOf(page);
    const times: { sotto: Sent[]; alone: number[] } = { sotto: [], alone: [] };
    for (let round = 0; round <= rounds; round++) {
      await page.bringToFront();
      const sotto = await sendByComposer(
        page,
        composer,
        `Message ${round} of the bench, as people write them`,
      );
      await alone.bringToFront();
      const own = await sendByPage(alone, `Message ${round} of the bench, as people write them`);
      if (round === 0) continue;
      times.sotto.push(sotto);
      times.alone.push(own);
    }
    const bySotto = (take: (sent: Sent) => number) => median(times.sotto.map(take));
    const own = median(times.alone);
    return [
      compare(
        'sending',
        'Enter to ciphertext in the box',
        bySotto(({ filled }) => filled),
        'ms',
        'Enter to sent in the page alone',
        own,
      ),
      compare(
        'sending',
        'Enter to sent',
        bySotto(({ sent }) => sent),
        'ms',
        'Enter to sent in the page alone',
        own,
      ),
    ];
  } finally {
    await page.close();
    await alone.close();
  }
}

async function composerOf(page: Page): Promise<Frame> {
  for (;;) {
    const frame = page.frames().find((candidate) => candidate.url().endsWith('/frames/composer.html'));
    if (frame !== undefined) {
      await frame.waitForSelector('textarea, [role="textbox"]');
      return frame;
    }
    await page.waitForEvent('framenavigated');
  }
}

/** The text is put in at once: how fast fingers are is nobody's measure. */
async function sendByComposer(page: Page, composer: Frame, text: string): Promise<Sent> {
  const box = composer.getByRole('textbox', { name: 'Encrypted message' });
  await box.fill(text);
  await clearMarks(page);
  await noteEnter(composer);
  await box.press('Enter');
  await page.waitForFunction(() => document.documentElement.dataset['sent']);
  const entered = await enteredAt(composer);
  // Until the composer has seen the message stand in the list and is empty again, the next would wait for it.
  await composer.waitForFunction(
    () => (document.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '') === '',
  );
  const marks = await page.evaluate(() => {
    const { filled, sent } = document.documentElement.dataset;
    return { filled, sent };
  });
  return { filled: Number(marks.filled) - entered, sent: Number(marks.sent) - entered };
}

async function sendByPage(page: Page, text: string): Promise<number> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill(text);
  await clearMarks(page);
  await noteEnter(page.mainFrame());
  await box.press('Enter');
  await page.waitForFunction(() => document.documentElement.dataset['sent']);
  return (
    Number(await page.evaluate(() => document.documentElement.dataset['sent'])) -
    (await enteredAt(page.mainFrame()))
  );
}

async function clearMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete document.documentElement.dataset['filled'];
    delete document.documentElement.dataset['sent'];
  });
}

async function noteEnter(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const note = (event: KeyboardEvent) => {
      document.documentElement.dataset['enterAt'] = String(performance.timeOrigin + event.timeStamp);
    };
    window.addEventListener('keydown', note, { capture: true, once: true });
  });
}

async function enteredAt(frame: Frame): Promise<number> {
  return Number(await frame.evaluate(() => document.documentElement.dataset['enterAt']));
}
