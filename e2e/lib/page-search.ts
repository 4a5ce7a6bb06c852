/**
 * What the page's side of the process could have got hold of. `recorder` runs before the page in every document and
 * keeps all that the page could hear and send; `searchPage` puts it together with what stands in the DOM.
 */
import type { Page } from './driver';

/** Init script: runs in the page's own world at the start of every document, frames of other origins left alone. */
export const recorder = `(${record.toString()})();`;

/**
 * Init script: the same, from just before a page's own first script can run. Its document has a head by then, and
 * content scripts have run for `document_start`; init scripts run before those.
 */
export const earliestRecorder = `new MutationObserver((_, observer) => {
  if (document.head === null) return;
  observer.disconnect();
  ${recorder}
}).observe(document, { childList: true, subtree: true });`;

function record(): void {
  if (!location.protocol.startsWith('http')) return;
  const heard: string[] = [];
  Object.defineProperty(globalThis, 'heardByThePage', { value: heard });
  const note = (what: string, ...values: unknown[]) => {
    for (const value of values) if (typeof value === 'string' && value !== '') heard.push(`${what} ${value}`);
  };
  // Keys are joined, as a page that listens would join them.
  let typed = '';
  const events = [
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'paste',
    'copy',
    'cut',
    'drop',
    'selectionchange',
    'change',
  ];
  for (const type of events) {
    const listen = (event: Event) => {
      if (event instanceof KeyboardEvent && type === 'keydown' && event.key.length === 1) {
        typed += event.key;
        note('keys', typed);
      }
      if ('data' in event) note(type, event.data);
      for (const transfer of [Reflect.get(event, 'clipboardData'), Reflect.get(event, 'dataTransfer')]) {
        if (transfer instanceof DataTransfer) note(type, transfer.getData('text/plain'));
      }
      const { target } = event;
      if (target instanceof HTMLElement) note(type, target.innerText, Reflect.get(target, 'value'));
      note(type, String(getSelection()));
    };
    globalThis.addEventListener(type, listen, true);
    document.addEventListener(type, listen, true);
  }
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, oldValue } of records) {
      note(type, oldValue, target.nodeType === Node.TEXT_NODE ? target.nodeValue : null);
      if (attributeName !== null && target instanceof Element)
        note(attributeName, target.getAttribute(attributeName));
      for (const node of addedNodes) note('added', node.textContent);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    attributes: true,
    attributeOldValue: true,
  });
  const watch = (owner: object, name: string) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    Reflect.set(owner, name, function called(this: unknown, ...values: unknown[]): unknown {
      for (const value of values) note(name, typeof value === 'string' ? value : undefined);
      return Reflect.apply(original, this, values);
    });
  };
  watch(WebSocket.prototype, 'send');
  watch(XMLHttpRequest.prototype, 'open');
  watch(XMLHttpRequest.prototype, 'send');
  watch(Storage.prototype, 'setItem');
  watch(navigator, 'sendBeacon');
  const { fetch: send } = globalThis;
  globalThis.fetch = (input, init) => {
    note('fetch', input instanceof Request ? input.url : String(input), init?.body);
    return send(input, init);
  };
  globalThis.addEventListener('message', ({ data }) =>
    note('message', typeof data === 'string' ? data : JSON.stringify(data)),
  );
}

/** All text that the page's own script can reach: its DOM with open shadow roots, same-origin frames, and what it heard. */
export function searchPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Document | ShadowRoot) => {
      found.push(
        node.textContent ?? '',
        node instanceof Document ? node.documentElement.outerHTML : node.innerHTML,
      );
      for (const element of node.querySelectorAll('*')) {
        if (element.shadowRoot !== null) walk(element.shadowRoot);
        if ('value' in element && typeof element.value === 'string') found.push(element.value);
        // Null for frames of other origins: that they are out of reach is what is being tested.
        if (element instanceof HTMLIFrameElement && element.contentDocument !== null) {
          walk(element.contentDocument);
          const inFrame: unknown = Reflect.get(element.contentWindow ?? {}, 'heardByThePage');
          if (Array.isArray(inFrame)) found.push(...(inFrame as string[]));
        }
      }
    };
    walk(document);
    const heard: unknown = Reflect.get(globalThis, 'heardByThePage');
    if (!Array.isArray(heard)) throw new Error('The recorder did not run in this page');
    return [
      ...found,
      // A page hears most things many times.
      ...new Set(heard as string[]),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ].join('\n');
  }, undefined);
}
