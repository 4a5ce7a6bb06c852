/** The text of the QR code in a picture; null where there is none that can be read. */
export type ScanPicture = (picture: ImageData) => string | null;

/** Property of the global object under which `scan.js` leaves its function. */
export const scanSlot = 'sottoScan';

/** Loads the reader of QR codes from the extension's own folder, as load-strength.ts does. Throws when that fails. */
export async function loadScan(): Promise<ScanPicture> {
  const file = './scan.js';
  // oxlint-disable-next-line no-unsanitized/method -- a fixed file of our own; as a literal it would be bundled
  await import(/* @vite-ignore */ file);
  const scan: unknown = Reflect.get(globalThis, scanSlot);
  if (typeof scan !== 'function') throw new Error('scan.js left nothing');
  return scan as ScanPicture;
}
