/**
 * Parts of the content script that not every page needs, each a script of its own: the core puts it beside this one when
 * it is asked to, and it leaves here what it offers.
 */
import { SottoError } from '../protocol/errors';
import { ask } from './ask';
import type { PanelPart } from './panel-part';
import type { PreviewsPart } from './previews-part';
import type { WritingPart } from './writing-part';

type Parts = {
  /** What puts ciphertext and files into the page, and takes files out of it. */
  readonly writing: WritingPart;
  /** What shows words where a messenger shows the beginning of a ciphertext. */
  readonly previews: PreviewsPart;
  /** What serves the side panel. */
  readonly panel: PanelPart;
};

const OFFERED = Symbol.for('sotto parts');
const offered = globalThis as { [OFFERED]?: Partial<Parts> };
const loading = new Map<keyof Parts, Promise<unknown>>();

/** Called by the part's own script. */
export function offer<Name extends keyof Parts>(name: Name, part: Parts[Name]): void {
  offered[OFFERED] = { ...offered[OFFERED], [name]: part };
}

/** The part, loaded first if it was not yet. Rejects with SottoError if it cannot be. */
export async function load<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  if (!offered[OFFERED]?.[name]) {
    const request = loading.get(name) ?? ask('page.load', { part: name });
    loading.set(name, request);
    // What failed is tried again when it is needed again.
    await request.finally(() => loading.delete(name));
  }
  const part = offered[OFFERED]?.[name];
  if (!part) throw new SottoError('unexpected', 'part');
  return part;
}
