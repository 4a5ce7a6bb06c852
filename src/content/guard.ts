/**
 * Keeps what a person types out of the page while a chat is encrypted: listeners on window, capture phase, from
 * document_start on, so that they run before any of the page's.
 *
 * Two things are kept. Covered areas: whatever is aimed at one is stopped and the focus goes to its composer. And
 * custody: from the moment a composer has the focus until the person leaves it (a press of the pointer in the page, Tab
 * or Escape in the composer), nothing typed goes to the page at all, wherever the page moves the focus and whichever
 * chat it claims to show by then.
 */
import { scan } from '../wire/scanner';
import { isStray, takesText, typesNothing } from './guard-keys';
import { watchFrames } from './watch-frames';
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
const focusing = ['focus', 'focusin'] as const;

/** One covered part of the page, and the composer over it. */
export type Covered = {
  readonly area: HTMLElement;
  /** The composer's host. */
  readonly host: HTMLElement | null;
  /** Brings the focus into the composer; does nothing while there is none to type in. */
  readonly focus: () => void;
  /** The page took the focus, or got keys aimed at it, while the person was writing. */
  readonly onTheft: () => void;
  /** What may reach the area all the same: ciphertext that the person pastes there by hand. */
  readonly lets?: (event: Event) => boolean;
};

export type Guarded = {
  readonly covered: Set<Covered>;
  /** True while we ourselves put ciphertext into a box. */
  inserting: boolean;
  /** Something was composed into the box while ciphertext was put there: nothing of that may be sent. */
  onIntrusion: () => void;
  /** Looks which chats and boxes stand in the page now, so that a box drawn anew is guarded before its first keystroke. */
  lookAgain: () => void;
};

export type Guard = {
  /** The composer there has the focus: what is typed from now on is meant for it. */
  readonly take: (by: Covered) => void;
  /** The composer lost the focus, and no one said that the person left it. */
  readonly lost: () => void;
  /** The person left the composer. */
  readonly release: () => void;
};

export function guard(state: Guarded, signal: AbortSignal): Guard {
  /** Whose composer is being written in. It stays, gone or not, until the person leaves. */
  let custody: Covered | null = null;

  const around = (event: Event): Covered | null => {
    if (state.covered.size === 0) return null;
    const path = event.composedPath();
    for (const covered of state.covered) if (path.includes(covered.area)) return covered;
    return null;
  };
  const stop = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const first = (): Covered | undefined => state.covered.values().next().value;
  const toComposer = (covered: Covered | undefined) => {
    // The insertion needs the focus in the box for a moment, and gives it back by itself.
    if (!state.inserting) covered?.focus();
  };
  const bringBack = () => {
    const to = custody && state.covered.has(custody) ? custody : first();
    to?.onTheft();
    if (state.inserting) return;
    // Without a composer to go to, as when the page claims another chat, keys must at least go nowhere.
    const active = document.activeElement;
    if (active instanceof HTMLElement && !isHost(active)) active.blur();
    to?.focus();
  };

  const lookIfNew = (event: Event) => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && takesText(target) && !isHost(target) && !around(event)) {
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
    const shortcut = isKey(event) && typesNothing(event);
    const covered = around(event);
    if (custody) {
      if (shortcut) return;
      stop(event);
      // A key is let go here that was pressed in the composer: Enter, while the insertion had the focus in the box.
      if (event.type === 'keyup') toComposer(custody);
      else bringBack();
    } else if (covered) {
      if (shortcut || covered.lets?.(event)) return;
      stop(event);
      toComposer(covered);
    } else if (state.covered.size > 0 && isStray(event)) {
      // Messengers send keys typed anywhere to their box ("type to focus"): here they go to the composer.
      stop(event);
      if (event.type !== 'keyup') toComposer(first());
    } else if (state.covered.size > 0 && carriesFiles(event)) {
      // Messengers take files that are dropped anywhere: beside the composer they would go out as they are.
      stop(event);
      if (event.type === 'drop' || event.type === 'paste') toComposer(first());
    }
  };

  const onPointing = (event: Event) => {
    if (!event.isTrusted) return;
    const covered = around(event);
    if (covered && !covered.lets?.(event)) {
      stop(event);
      if (event.type === 'pointerdown' || event.type === 'click') toComposer(covered);
    } else if (event.type === 'pointerdown' || event.type === 'touchstart') custody = null;
  };

  const onFocus = (event: Event) => {
    const { target } = event;
    if (state.inserting || target === window || target === document) return;
    // Our own frames are no part of the page: somebody selects text in a reader, or answers a card.
    if (target instanceof Node && isHost(target)) return;
    lookIfNew(event);
    const covered = around(event);
    if (custody) {
      event.stopImmediatePropagation();
      bringBack();
    } else if (covered && !covered.lets?.(event)) {
      event.stopImmediatePropagation();
      covered.focus();
    }
  };

  const listen = (view: Window) => {
    const capture = { capture: true, signal };
    for (const type of typing) view.addEventListener(type, onTyping, capture);
    for (const type of pointing) view.addEventListener(type, onPointing, capture);
    for (const type of focusing) view.addEventListener(type, onFocus, capture);
  };
  listen(window);
  const frames = watchFrames(listen, signal);
  const begin = (by: Covered) => {
    custody = by;
    frames.look();
  };
  // Firefox tells the page's window nothing else when a click goes into one of its frames.
  window.addEventListener(
    'blur',
    () => {
      for (const covered of state.covered) if (document.activeElement === covered.host) begin(covered);
    },
    { signal },
  );

  return {
    take: begin,
    lost: () => {
      // The focus may be on its way into another tab or window, which is the person's doing, or in the box for our own
      // insertion, during which no key gets through anyway.
      if (!custody || state.inserting || !document.hasFocus()) return;
      if (document.activeElement === null || !isHost(document.activeElement)) bringBack();
    },
    release: () => {
      custody = null;
    },
  };
}

/** Whether a covered area takes this event all the same. */
export function letsThrough({ covered }: Guarded, event: Event): boolean {
  const path = event.composedPath();
  return [...covered].some(({ area, lets }) => path.includes(area) && (lets?.(event) ?? false));
}

/** Of any document: a frame of the page's has classes of its own. */
function isKey(event: Event): event is KeyboardEvent {
  return 'key' in event;
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

function carriesFiles(event: Event): boolean {
  const transfer =
    event instanceof DragEvent
      ? event.dataTransfer
      : event instanceof ClipboardEvent
        ? event.clipboardData
        : null;
  return transfer?.types.includes('Files') ?? false;
}
