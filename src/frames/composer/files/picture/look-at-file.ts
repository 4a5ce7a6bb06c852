/** What a file that is about to be sent says beside what it shows, and the same file without that. */
import { HEAD_BYTES, isKnownPicture, withoutDetails } from './without-details';

export type Looked =
  /** Nothing that anybody should be told about. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'details'; readonly without: Blob }
  /** A picture that is not built as it should be. */
  | { readonly kind: 'malformed' }
  /** A picture or film of a kind that Sotto cannot take details out of. */
  | { readonly kind: 'unknown' };

/** Kinds that hold no place and no camera, or hardly ever. */
const harmless = /^image\/(?:svg\+xml|gif|bmp|x-icon|vnd\.microsoft\.icon|x-ms-bmp)$/;

const pause = () => new Promise<void>((done) => setTimeout(done));

/** Rejects as the browser does when the file cannot be read. */
export async function lookAtFile(file: Blob): Promise<Looked> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (!isKnownPicture(head)) {
    const type = file.type.toLowerCase();
    return { kind: /^(?:image|video)\//.test(type) && !harmless.test(type) ? 'unknown' : 'nothing' };
  }
  const cut = await withoutDetails(new Uint8Array(await file.arrayBuffer()), pause);
  if (cut.kind !== 'pieces') return cut;
  const parts = cut.pieces.map((piece) => ('to' in piece ? file.slice(piece.from, piece.to) : piece));
  return { kind: 'details', without: new Blob(parts, { type: file.type }) };
}
