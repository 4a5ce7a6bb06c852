/**
 * The handshake that every frame of ours begins with. Until the core has confirmed that it placed this document, the
 * frame shows nothing and believes nothing: a page that embeds it by URL keeps looking at a blank.
 */
import * as v from 'valibot';
import { browser } from '../platform/browser';
import { speakFrom } from '../protocol/ask-for';
import { ask } from './ask';
import type { FrameKind, ReplyBody } from '../protocol/core';
import { frameGreeting } from '../protocol/port-to-frame';

export type ClaimedPlace = {
  readonly port: MessagePort;
  readonly place: ReplyBody<'frame.claim'>;
};

type Greeting = {
  readonly nonce: string;
  readonly port: MessagePort;
  /** A page of ours placed this frame: the side panel. */
  readonly isPanels: boolean;
};

/**
 * Waits for the one greeting of the parent window, has the core confirm its nonce and returns the port and what the
 * core paired it with. Throws SottoError `frame_not_paired` (and others of `ask`) when the core refuses.
 * Only the first well-formed greeting counts; those that follow are ignored.
 */
export async function claimPlace(kind: FrameKind): Promise<ClaimedPlace> {
  const { nonce, port, isPanels } = await firstGreeting();
  if (isPanels) speakFrom(nonce);
  const place = await ask('frame.claim', { nonce });
  if (place.kind !== kind) throw new Error(`paired as ${place.kind}`);
  document.documentElement.lang = browser.i18n.getUILanguage();
  return { port, place };
}

function firstGreeting(): Promise<Greeting> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const greeting = readGreeting(event);
      if (!greeting) return;
      window.removeEventListener('message', onMessage);
      resolve(greeting);
    };
    window.addEventListener('message', onMessage);
  });
}

function readGreeting(event: MessageEvent<unknown>): Greeting | undefined {
  if (window.parent === window || event.source !== window.parent) return undefined;
  const parsed = v.safeParse(frameGreeting, event.data);
  const [port, ...others] = event.ports;
  if (!parsed.success || !port || others.length > 0) return undefined;
  return { nonce: parsed.output.nonce, port, isPanels: event.origin === location.origin };
}
