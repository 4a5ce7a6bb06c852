/** Files in tests: given to the composer as a person gives them, and looked at where they arrive. */
import { createHash } from 'node:crypto';
import type { Page, Surface } from '../lib/driver';
import { composerOf } from '../lib/people';

export interface TestFile {
  readonly name: string;
  readonly type: string;
  /** One character a byte. */
  readonly content: string;
  /** How often the content stands in the file. */
  readonly times?: number;
}

export type Way = 'pick' | 'drop' | 'paste';

/** Hands the files to the composer in this page. */
export async function attach(page: Page, files: readonly TestFile[], way: Way = 'pick'): Promise<Surface> {
  await page.bringToFront();
  const composer = await composerOf(page);
  await composer.waitFor('[data-mode="on"]');
  await giveFiles(composer, files, way);
  return composer;
}

/** A driver cannot open the browser's own dialog in a frame: the input of the composer is filled. */
export async function giveFiles(
  composer: Surface,
  files: readonly TestFile[],
  way: Way = 'pick',
): Promise<void> {
  await composer.evaluate(
    ({ list, how }) => {
      const transfer = new DataTransfer();
      for (const { name, type, content, times = 1 } of list) {
        const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
        transfer.items.add(
          new File(
            Array.from({ length: times }, () => bytes),
            name,
            { type },
          ),
        );
      }
      const box = document.querySelector('textarea');
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (box === null || input === null) throw new Error('no composer to give a file to');
      const options = { bubbles: true, cancelable: true };
      if (how === 'pick') {
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', options));
      } else if (how === 'paste') {
        // Firefox gives a made event a transfer of its own.
        const paste = new Event('paste', options);
        Object.defineProperty(paste, 'clipboardData', { value: transfer });
        box.dispatchEvent(paste);
      } else {
        for (const kind of ['dragover', 'drop'])
          box.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: transfer }));
      }
    },
    { list: files, how: way },
  );
  await composer.waitFor('.file');
}

/** Presses Enter; back when no file is left in the composer. */
export async function sendFiles(composer: Surface, timeout = 60_000): Promise<void> {
  await composer.waitFor('.file');
  // Nothing is sent while something else still is.
  await composer.waitForGone('#status[data-tone="busy"]');
  await composer.click('textarea');
  await composer.press('Enter');
  await composer.waitForGone('.file', timeout);
}

/** The reader frame, once it shows the card of this file, and a selector for the card. */
export async function cardOf(
  page: Page,
  name: string,
  timeout = 30_000,
): Promise<{ readonly reader: Surface; readonly card: string }> {
  await page.bringToFront();
  const card = `[data-part="file"][aria-label="${name}"]`;
  return { reader: await page.frameWith(card, timeout), card };
}

/** Clicks a button of the card and waits for its state. */
export async function press(
  { reader, card }: { readonly reader: Surface; readonly card: string },
  button: 'Show' | 'Save' | 'Cancel' | 'Try again',
  state: string,
  timeout = 60_000,
): Promise<void> {
  await reader.click(`${card} button[title^="${button}:"]`);
  await reader.waitFor(`${card}[data-file-state="${state}"]`, timeout);
}

/** Gives the card the encrypted file that the person downloaded; back once it is open. */
export async function choose(
  { reader, card }: { readonly reader: Surface; readonly card: string },
  bytes: Uint8Array | undefined,
): Promise<void> {
  await reader.evaluate(
    ({ input, content }) => {
      const chooser = document.querySelector<HTMLInputElement>(input);
      if (chooser === null) throw new Error('nothing to choose a file with');
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], 'downloaded.bin'));
      chooser.files = transfer.files;
      chooser.dispatchEvent(new Event('change'));
    },
    { input: `${card} input[type="file"]`, content: [...(bytes ?? [])] },
  );
  await reader.waitFor(`${card}[data-file-state="open"]`);
}

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** What "Save" must hand to the browser for this file: never as what it claims to be. */
export function asSaved({ name, content, times = 1 }: TestFile): SavedFile {
  const bytes = Buffer.from(content, 'latin1');
  const hash = createHash('sha256');
  for (let time = 0; time < times; time += 1) hash.update(bytes);
  const size = bytes.length * times;
  return { name, type: 'application/octet-stream', size, sha256: hash.digest('hex') };
}

/** What "Save" hands to the browser, caught on its way. */
export async function save(at: { readonly reader: Surface; readonly card: string }): Promise<SavedFile> {
  await at.reader.evaluate(() => {
    const createObjectURL = URL.createObjectURL.bind(URL);
    Reflect.deleteProperty(globalThis, 'savedName');
    URL.createObjectURL = (made) => {
      Reflect.set(globalThis, 'savedBlob', made);
      return createObjectURL(made);
    };
    HTMLAnchorElement.prototype.click = function click() {
      Reflect.set(globalThis, 'savedName', this.download);
    };
  }, undefined);
  await at.reader.click(`${at.card} button[title^="Save:"]`);
  await at.reader.waitForResult(
    'the file to be saved',
    () => typeof Reflect.get(globalThis, 'savedName') === 'string',
    undefined,
    240_000,
  );
  return at.reader.evaluate(async () => {
    const blob = Reflect.get(globalThis, 'savedBlob') as Blob;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return {
      name: Reflect.get(globalThis, 'savedName') as string,
      type: blob.type,
      size: blob.size,
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  }, undefined);
}

/** All of what "Save" last handed over there, one character a byte. */
export function savedContent({ reader }: { readonly reader: Surface }): Promise<string> {
  return reader.evaluate(async () => {
    const blob = Reflect.get(globalThis, 'savedBlob') as Blob;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }, undefined);
}
