/** One request to the core, for those who bring the schema of its reply with them. */
import * as v from 'valibot';
import { browser } from '../platform/browser';
import type { RequestName } from './core';
import { replyEnvelope } from './envelope';
import { SottoError } from './errors';

let place: string | null = null;

/** For a frame in the side panel: from now on requests name the place that it was given. */
export function speakFrom(nonce: string): void {
  place = nonce;
}

/**
 * Asks the core and returns its reply, parsed by `schema`.
 * Throws SottoError with the core's code, or `unexpected` when the core could not be reached or answered nonsense.
 */
export async function askFor<Reply extends v.GenericSchema>(
  schema: Reply,
  name: RequestName,
  body: unknown,
): Promise<v.InferOutput<Reply>> {
  const raw: unknown = await deliver(place === null ? { name, body } : { name, body, place });
  const envelope = v.safeParse(replyEnvelope, raw);
  if (!envelope.success) throw new SottoError('unexpected', 'reply');
  if (!envelope.output.ok) throw new SottoError(envelope.output.error.code, envelope.output.error.detail);
  const reply = v.safeParse(schema, envelope.output.body);
  if (!reply.success) throw new SottoError('unexpected', 'reply');
  return reply.output;
}

/**
 * A worker that was just stopped can drop a message before any handler saw it; the browser then says that no one
 * listens, and the second try wakes it. Nothing else is tried twice: a request may have been carried out.
 */
async function deliver(message: object): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (thrown) {
    if (!String(thrown).includes('Receiving end does not exist')) {
      throw new SottoError('unexpected', 'core', { cause: thrown });
    }
    try {
      return await browser.runtime.sendMessage(message);
    } catch (again) {
      throw new SottoError('unexpected', 'core', { cause: again });
    }
  }
}
