/**
 * Keeps what a person types out of the page while a chat is encrypted: listeners on window, capture phase, from
 * document_start on, so that they run before any of the page's. Everything aimed at the covered area is stopped and the
 * focus goes to the composer.
 */

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

/** Milliseconds in which a pointer or a Tab counts as the person's reason for a change of focus. */
const REASON = 1000;

export type Guarded = {
  /** The covered part of the page; null: nothing is guarded. */
  area: HTMLElement | null;
  /** The composer's host. */
  host: HTMLElement | null;
  /** True while we ourselves put ciphertext into the box. */
  inserting: boolean;
  /** Brings the focus into the composer. */
  focusComposer: () => void;
  /** Looks which chat and box stand in the page now, so that a box drawn anew is guarded before its first keystroke. */
  lookAgain: () => void;
};

export function guard(state: Guarded, signal: AbortSignal): { allowFocusAway: () => void } {
  let composerHadFocus = false;
  let reasonAt = -REASON;
  const reason = () => (reasonAt = performance.now());

  const insideArea = (event: Event) => state.area !== null && event.composedPath().includes(state.area);
  const stop = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  const toComposer = () => {
    // The insertion needs the focus in the box for a moment, and gives it back by itself.
    if (!state.inserting) state.focusComposer();
  };

  const lookIfNew = (event: Event) => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && takesText(target) && target !== state.host && !insideArea(event)) {
      state.lookAgain();
    }
  };

  const onTyping = (event: Event) => {
    if (!event.isTrusted) return;
    // What we put into the box ourselves comes as these two; keys are the person's and are stopped all the same.
    if (state.inserting && (event.type === 'beforeinput' || event.type === 'input')) return;
    lookIfNew(event);
    if (!state.area) return;
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Tab') reason();
    if (insideArea(event)) {
      if (event instanceof KeyboardEvent && leavesAlone(event)) return;
      stop(event);
      toComposer();
    } else if (event instanceof KeyboardEvent && isStray(event)) {
      // Messengers send keys typed anywhere to their box ("type to focus"): here they go to the composer.
      stop(event);
      if (event.type === 'keydown') toComposer();
    }
  };

  const onPointing = (event: Event) => {
    if (event.isTrusted) reason();
    if (!state.area || !event.isTrusted || !insideArea(event)) return;
    stop(event);
    if (event.type === 'pointerdown' || event.type === 'click') toComposer();
  };

  const onFocus = (event: Event) => {
    if (state.inserting) return;
    lookIfNew(event);
    if (!state.area) return;
    const target = event.target;
    if (target === state.host) {
      composerHadFocus = true;
      return;
    }
    const byPerson = performance.now() - reasonAt < REASON;
    if (insideArea(event) || (composerHadFocus && !byPerson && target instanceof Element)) {
      event.stopImmediatePropagation();
      state.focusComposer();
      return;
    }
    if (target instanceof Element) composerHadFocus = false;
  };

  for (const type of typing) window.addEventListener(type, onTyping, { capture: true, signal });
  for (const type of pointing) window.addEventListener(type, onPointing, { capture: true, signal });
  for (const type of ['focus', 'focusin'] as const)
    window.addEventListener(type, onFocus, { capture: true, signal });

  return {
    allowFocusAway: () => {
      reason();
      composerHadFocus = false;
    },
  };
}

/** Keys that type nothing: the person leaves, scrolls or uses the browser's own shortcuts. */
function leavesAlone(event: KeyboardEvent): boolean {
  if (event.key === 'Tab' || event.key === 'Escape' || event.key.startsWith('F')) return event.key.length > 1;
  return (event.ctrlKey || event.metaKey) && !['v', 'V', 'Enter'].includes(event.key);
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
