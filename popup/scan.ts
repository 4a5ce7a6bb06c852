/** The reader of QR codes, in a file of its own: it is needed a few times in a life. Loaded by `core/load-scan.ts`. */
import decodeQR from 'qr/decode.js';
import { scanSlot, type ScanPicture } from './core/load-scan';

/** Milliseconds that it may go on looking, a photograph being worth more than a frame of a film. */
const PATIENCE = 3000;

const scan: ScanPicture = (picture) => {
  try {
    return decodeQR(picture, { timeLimit: PATIENCE });
  } catch {
    return null;
  }
};
Object.assign(globalThis, { [scanSlot]: scan });
