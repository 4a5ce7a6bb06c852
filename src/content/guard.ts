/**
 * Keeps what a person types out of the page while a chat is encrypted: listeners on window, capture phase, from
 * document_start on, so that they run before any of the page's.
 *
 * Two things are kept. The covered area: whatever is aimed at it is stopped and the focus goes to the composer. And
 * custody: from the moment the composer has the focus until the person leaves it (a press of the pointer in the page,
 * Tab or Escape in the composer), nothing typed goes to the page at all, wherever the page moves the focus and
 * whichever chat it claims to show by then.
 */
import { scan } from '../wire/scanner';
import { isHost } from './place-frame';

/** Events that carry, or lead to, something typed, pasted, dropped or recorded. */
const typing = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'cut',
  'drop',
  'dragenter',
  'dragover',
] as const;
const pointing = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
] as const;

export type Guarded = {
  /** The covered part of the page; null: nothing is covered. */
  area: HTMLElement | null;
  /** The composer's host. */
  host: HTMLElement | null;
  /** True while we ourselves put ciphertext into the box. */
  inserting: boolean;
  /** Brings the focus into the composer; does nothing while there is none to type in. */
  focusComposer: () => void;
  /** The page took the focus, or got keys aimed at it, while the person was writing. */
  onTheft: () => void;
  /** Something was composed into the box while ciphertext was put there: nothing of that may be sent. */
  onIntrusion: () => void;
  /** Looks which chat and box stand in the page now, so that a box drawn anew is guarded before its first keystroke. */
  lookAgain: () => void;
};

export type Guard = {
  /** The composer has the focus: what is typed from now on is meant for it. */
  readonly take: () => void;
  /** The composer lost the focus, and no one said that the person left it. */
  readonly lost: () => void;
  /** The person left the composer. */
  readonly release: () => void;
};

export function guard(state: Guarded, signal: AbortSignal): Guard {
  let custody = false;

  const insideArea = (event: Event) => state.area !== null && event.composedPath().includes(state.area);
  const stop = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const toComposer = () => {
    // The insertion needs the focus in the box for a moment, and gives it back by itself.
    if (!state.inserting) state.focusComposer();
  };
  const bringBack = () => {
    state.onTheft();
    if (state.inserting) return;
    // Without a composer to go to, as when the page claims another chat, keys must at least go nowhere.
    const active = document.activeElement;
    if (active instanceof HTMLElement && !isHost(active)) active.blur();
    state.focusComposer();
  };

  const lookIfNew = (event: Event) => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && takesText(target) && target !== state.host && !insideArea(event)) {
      state.lookAgain();
    }
  };

  const onTyping = (event: Event) => {
    if (!event.isTrusted) return;
    if (state.inserting) {
      if (isOurInsertion(event)) return;
      stop(event);
      if (event.type === 'compositionstart' || event instanceof InputEvent) state.onIntrusion();
      return;
    }
    lookIfNew(event);
    const shortcut = event instanceof KeyboardEvent && typesNothing(event);
    if (custody) {
      if (shortcut) return;
      stop(event);
      bringBack();
    } else if (insideArea(event)) {
      if (shortcut) return;
      stop(event);
      toComposer();
    } else if (state.area && event instanceof KeyboardEvent && isStray(event)) {
      // Messengers send keys typed anywhere to their box ("type to focus"): here they go to the composer.
      stop(event);
      if (event.type === 'keydown') toComposer();
    }
  };

  const onPointing = (event: Event) => {
    if (!event.isTrusted) return;
    if (insideArea(event)) {
      stop(event);
      if (event.type === 'pointerdown' || event.type === 'click') toComposer();
    } else if (event.type === 'pointerdown' || event.type === 'touchstart') custody = false;
  };

  const onFocus = (event: Event) => {
    // Our own frames are no part of the page: somebody selects text in a reader, or answers a card.
    if (state.inserting || !(event.target instanceof Element) || isHost(event.target)) return;
    lookIfNew(event);
    if (custody) {
      event.stopImmediatePropagation();
      bringBack();
    } else if (insideArea(event)) {
      event.stopImmediatePropagation();
      state.focusComposer();
    }
  };

  for (const type of typing) window.addEventListener(type, onTyping, { capture: true, signal });
  for (const type of pointing) window.addEventListener(type, onPointing, { capture: true, signal });
  for (const type of ['focus', 'focusin'] as const) {
    window.addEventListener(type, onFocus, { capture: true, signal });
  }
  // Firefox tells the page's window nothing else when a click goes into one of its frames.
  window.addEventListener(
    'blur',
    () => {
      if (state.host !== null && document.activeElement === state.host && state.area) custody = true;
    },
    { signal },
  );

  return {
    take: () => {
      custody = true;
    },
    lost: () => {
      // The focus may be on its way into another tab or window, which is the person's doing, or in the box for our own
      // insertion, during which no key gets through anyway.
      if (!custody || state.inserting || !document.hasFocus()) return;
      if (document.activeElement === null || !isHost(document.activeElement)) bringBack();
    },
    release: () => {
      custody = false;
    },
  };
}

/** What our own insertion looks like from here: text taken out, or ciphertext put in. Everything else is the person's. */
function isOurInsertion(event: Event): boolean {
  if (!(event instanceof InputEvent) || event.isComposing) return false;
  if (event.inputType.startsWith('delete')) return true;
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  return event.type === 'input' ? text === '' || isCiphertext(text) : isCiphertext(text);
}

function isCiphertext(text: string): boolean {
  return scan(text).some(({ complete }) => complete);
}

/** Keys that type nothing: the person leaves, or uses the browser's own shortcuts. */
function typesNothing(event: KeyboardEvent): boolean {
  if (event.key === 'Tab' || event.key === 'Escape' || /^F\d+$/.test(event.key)) return true;
  return (event.ctrlKey || event.metaKey) && !['v', 'V', 'Enter', 'Insert'].includes(event.key);
}

/** A printable key that no field of the page is waiting for. */
function isStray(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  // Names of keys that type nothing are words; a character is at most one surrogate pair.
  if (event.key.length > 2 || event.key === ' ' || /^F\d$/.test(event.key)) return false;
  const [target] = event.composedPath();
  return !(target instanceof HTMLElement && takesText(target));
}

function takesText(element: HTMLElement): boolean {
  return (
    element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLIFrameElement
  );
}
