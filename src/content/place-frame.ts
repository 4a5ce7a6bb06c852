/**
 * Puts one of our frames into the page and pairs it: the core gives a one-time nonce, which travels to the frame by
 * `postMessage` addressed to our own origin, so a frame that the page navigated elsewhere never gets it.
 * The frame stands in a closed shadow root: the page's script finds neither it nor its window nor its URL.
 */
import { browser } from '../platform/browser';
import { ask } from './ask';
import { toErrorCode, type ErrorCode } from '../protocol/errors';
import type { FrameKind, RequestBody } from '../protocol/core';

type Placement = Omit<RequestBody<'frame.place'>, 'kind'>;

export type PlacedFrame = {
  /** Stands in the page; its position and size are the caller's. */
  readonly host: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  /** Sends to the frame; dropped once the frame is gone. */
  readonly post: (message: unknown) => void;
  readonly remove: () => void;
};

const hostStyle = {
  all: 'initial',
  display: 'block',
  margin: '0',
  padding: '0',
  border: '0',
  // An iframe is transparent only where its own color-scheme is the one around it.
  colorScheme: 'light',
};
const iframeStyle = {
  all: 'initial',
  display: 'block',
  width: '100%',
  height: '100%',
  border: '0',
  background: 'transparent',
  colorScheme: 'light',
};

/** Inline and important, so that no rule of the page's changes it. */
export function setImportant(element: HTMLElement, style: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(style)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    element.style.setProperty(property, value, 'important');
  }
}

/** Known to every script of ours in this page. */
const HOSTS = Symbol.for('sotto hosts');
const shared = globalThis as { [HOSTS]?: WeakSet<Node> };
const hosts = (shared[HOSTS] ??= new WeakSet());
/** So that a new version's script can take away the dead frames of the one before. */
const HOST_MARK = 'data-overlay';

/** Removes frames left by a script of ours whose extension is gone. */
export function removeOrphans(): void {
  for (const host of document.querySelectorAll(`[${HOST_MARK}]`)) host.remove();
}

/** Whether this node is a host of ours: what we do to it is no news about the page. */
export function isHost(node: Node): boolean {
  return hosts.has(node);
}

/**
 * @param attach puts the host where it belongs in the page
 * @param onMessage gets what the frame says, unparsed
 * @param onLost called once if the page reloaded the frame or the core refused it, which then is the reason
 */
export function placeFrame(
  kind: FrameKind,
  placement: Placement,
  attach: (host: HTMLElement) => void,
  onMessage: (message: unknown) => void,
  onLost: (reason: ErrorCode | null) => void,
): PlacedFrame {
  const host = document.createElement('div');
  hosts.add(host);
  host.setAttribute(HOST_MARK, '');
  setImportant(host, hostStyle);
  const iframe = document.createElement('iframe');
  setImportant(iframe, iframeStyle);
  // In Chrome, a page that isolates itself (COEP) takes no other frame of ours. It stores nothing that could be missed.
  iframe.setAttribute('credentialless', '');
  iframe.tabIndex = kind === 'composer' ? 0 : -1;
  host.attachShadow({ mode: 'closed' }).append(iframe);

  const channel = new MessageChannel();
  let alive = true;
  let loads = 0;
  const end = () => {
    if (!alive) return false;
    alive = false;
    channel.port1.close();
    host.remove();
    return true;
  };
  const lose = (reason: ErrorCode | null) => {
    if (end()) onLost(reason);
  };

  // Asked while the frame loads. What fails is dealt with where it is awaited.
  const placed = ask('frame.place', { kind, ...placement });
  placed.catch(() => undefined);

  iframe.addEventListener('load', () => {
    loads += 1;
    // A second load is the page's doing (moved or navigated): that document is not the one the nonce was for.
    if (loads > 1) lose(null);
    else greet().catch((thrown: unknown) => lose(toErrorCode(thrown).code));
  });
  const greet = async () => {
    const { nonce } = await placed;
    if (!alive) return;
    // To our own origin only: what stands there by now, if not our page, gets nothing.
    iframe.contentWindow?.postMessage({ sotto: 'claim', nonce }, extensionOrigin, [channel.port2]);
  };
  channel.port1.addEventListener('message', (event) => {
    if (alive) onMessage(event.data);
  });
  channel.port1.start();
  iframe.src = browser.runtime.getURL(`frames/${kind}.html`);
  attach(host);

  return {
    host,
    iframe,
    post: (message) => {
      if (alive) channel.port1.postMessage(message);
    },
    remove: () => void end(),
  };
}

/** Chrome serves our frames under a URL that changes each session; their origin is the extension's own all the same. */
const extensionOrigin = new URL(browser.runtime.getURL('')).origin;
