/**
 * The core's side of the protocol: every request is parsed, its sender narrowed and checked, its body parsed by the
 * one schema, and only then does a handler see it. Whatever goes wrong comes back as a code; nothing is thrown across.
 */
import * as v from 'valibot';
import { coreRequests, type ReplyBody, type RequestBody, type RequestName } from '../protocol/core';
import { requestEnvelope } from '../protocol/envelope';
import { SottoError, toErrorCode, type ErrorCode } from '../protocol/errors';
import type { Sender } from './sender';

type SenderOf<N extends RequestName> = Extract<Sender, { kind: (typeof coreRequests)[N]['from'][number] }>;
type Handler<N extends RequestName> = (body: RequestBody<N>, sender: SenderOf<N>) => Promise<ReplyBody<N>>;
export type Handlers = { readonly [N in RequestName]: Handler<N> };

type AnyHandler = (body: unknown, sender: Sender) => Promise<unknown>;
export type Reply =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly detail: string } };
export type Router = (message: unknown, sender: Sender | null) => Promise<Reply>;

/** Puts the zones' handlers together. Throws Error if one name is there twice or not at all: a defect found at start. */
export function collectHandlers(...groups: readonly Partial<Handlers>[]): ReadonlyMap<string, AnyHandler> {
  const handlers = new Map<string, AnyHandler>();
  for (const group of groups) {
    for (const [name, handler] of Object.entries(group)) {
      if (handlers.has(name)) throw new Error(`Two handlers for ${name}`);
      // Each handler's own types hold, because the router parses by the same entry before it calls.
      handlers.set(name, handler as AnyHandler);
    }
  }
  for (const name of Object.keys(coreRequests)) {
    if (!handlers.has(name)) throw new Error(`No handler for ${name}`);
  }
  return handlers;
}

/** @param onUse told of every request that was let through, before it is handled */
export function createRouter(
  handlers: ReadonlyMap<string, AnyHandler>,
  onUse: (name: string, sender: Sender) => Promise<void>,
): Router {
  const entries = new Map(Object.entries(coreRequests));

  const handle = async (message: unknown, sender: Sender | null): Promise<unknown> => {
    const envelope = v.safeParse(requestEnvelope, message);
    if (!envelope.success || sender === null) throw new SottoError('bad_request');
    const { name } = envelope.output;
    const entry = entries.get(name);
    const handler = handlers.get(name);
    if (!entry || !handler) throw new SottoError('bad_request');
    const allowed: readonly string[] = entry.from;
    if (!allowed.includes(sender.kind)) throw new SottoError('bad_request');
    const body = v.safeParse<v.GenericSchema>(entry.request, envelope.output.body);
    if (!body.success) throw new SottoError('bad_request');
    await onUse(name, sender);
    return handler(body.output, sender);
  };

  return async (message, sender) => {
    try {
      return { ok: true, body: await handle(message, sender) };
    } catch (thrown) {
      const error = toErrorCode(thrown);
      // Only the core's own console sees a defect; the asker learns its code alone.
      if (error.code === 'unexpected') console.error(thrown);
      return { ok: false, error };
    }
  };
}
