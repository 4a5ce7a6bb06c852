/** Sends bytes through the core's port for files, as a frame does. */
import { joinBytes } from '../../openpgp/bytes';
import { fromBase64, toBase64 } from '../../platform/base64';
import { SottoError } from '../../protocol/errors';
import { FILE_PORT, type FromFileCore, type ToFileCore } from '../../protocol/file-port';
import { PIECE_BYTES } from '../../protocol/piece-bytes';
import type { Core } from '../core';

/** @param onPiece called before each piece that the core wants */
export function transferFile(
  core: Core,
  sender: unknown,
  wish: ToFileCore,
  source: Uint8Array<ArrayBuffer>,
  onPiece: () => void = () => undefined,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly key: string }> {
  return new Promise((resolve, reject) => {
    const listeners: ((message: unknown) => void)[] = [];
    const say = (message: unknown) =>
      queueMicrotask(() => listeners.forEach((listener) => listener(message)));
    const parts: Uint8Array[] = [];
    let key = '';
    let at = 0;
    const hear = (word: FromFileCore) => {
      if (word.type === 'key') key = word.key;
      else if (word.type === 'piece') parts.push(fromBase64(word.data));
      else if (word.type === 'end') resolve({ bytes: joinBytes(parts), key });
      else if (word.type === 'failed') reject(new SottoError(word.failure.code, word.failure.detail));
      else if (at >= source.length) say({ type: 'end' });
      else {
        onPiece();
        say({ type: 'piece', data: toBase64(source.subarray(at, (at += PIECE_BYTES))) });
      }
    };
    const port = {
      postMessage: hear,
      onMessage: { addListener: (listener: (message: unknown) => void) => void listeners.push(listener) },
      onDisconnect: { addListener: () => undefined },
    };
    core.connect(FILE_PORT, port, sender);
    say(wish);
  });
}
