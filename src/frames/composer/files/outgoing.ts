/** One file that waits in the composer or is on its way. */
import { SottoError, type ErrorCode } from '../../../protocol/errors';
import { MAX_FILE_BYTES, type FileEnvelope } from '../../../protocol/file-envelope';
import type { FilesTaken } from '../../../protocol/files-taken';
import type { ToComposer } from '../../../protocol/port';
import { toFailure, type Failure } from '../../failure';
import type { Looked } from './picture/look-at-file';

export type FileState =
  | { readonly kind: 'waiting' }
  /** `share` from 0 to 1. */
  | { readonly kind: 'sealing'; readonly share: number }
  | { readonly kind: 'uploading' }
  /** Uploaded; the message that names it is on its way, and cannot be called back any more. */
  | { readonly kind: 'telling' }
  /** Saved encrypted, for the person to upload by hand. */
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What is known of a picture's details, such as its place, and becomes of them. */
export type Details = Exclude<Looked['kind'], 'details'> | 'looking' | 'removed' | 'kept';

export type OutgoingFile = {
  readonly id: number;
  readonly file: File;
  readonly state: FileState;
  readonly details: Details;
  /** Whether the person may still choose between `removed` and `kept`. */
  readonly open: boolean;
};

/** What the content script said of the site's files. */
export type SiteFiles = Pick<Extract<ToComposer, { type: 'files' }>, 'takes' | 'most'>;

const refusals: Readonly<Record<Exclude<FilesTaken, 'any'>, ErrorCode>> = {
  pictures: 'site_pictures_only',
  listed: 'site_kinds_only',
  none: 'site_no_files',
  unknown: 'site_files_unknown',
  'not-here': 'panel_no_files',
};

/** Throws SottoError for what this site does not carry. */
export function refuseUnsendable({ takes, most: largest }: SiteFiles, bytes: number): void {
  if (takes !== 'any') throw new SottoError(refusals[takes]);
  if (largest !== null && bytes > largest)
    throw new SottoError('site_file_too_large', String(Math.floor(largest / 1_000_000)));
}

export function stateOfNew(file: File, site: SiteFiles): FileState {
  try {
    if (file.size > MAX_FILE_BYTES)
      throw new SottoError('file_too_large', String(Math.floor(MAX_FILE_BYTES / 1_000_000)));
    refuseUnsendable(site, file.size);
    return { kind: 'waiting' };
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

/** What the message says of a file. `size` is that of what was encrypted, which is not always all of `file`. */
export function envelopeOf(
  file: File,
  size: number,
  made: Pick<FileEnvelope, 'container' | 'key'>,
): FileEnvelope {
  return {
    name: file.name.slice(-255) || 'file',
    type: /^[\x21-\x7e]{0,127}$/.test(file.type) ? file.type : '',
    size,
    attachment: `${randomName()}.bin`,
    container: made.container,
    key: made.key,
  };
}

/** Ten characters that say nothing and stand nowhere else in the page. */
function randomName(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % 32]).join('');
}
