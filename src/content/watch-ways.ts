/**
 * Stops what would leave an encrypted chat past its composer: the site's other controls that send, fields in the chat
 * beside the box, files dropped or pasted. Whoever pressed is told why. Reactions and calls go by, and that is told too.
 */
import { takesText, typesNothing } from './guard-keys';
import { isOpenWay, type OpenWay, type Way } from '../protocol/ways';

const pressing = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'keydown',
];
const writing = ['keydown', 'keypress', 'beforeinput', 'input', 'compositionstart', 'paste', 'drop'];
const carrying = ['dragenter', 'dragover', 'drop', 'paste'];

export type WaysOptions = {
  readonly wayOf: (element: Element) => Way | OpenWay | null;
  /** Tells the chat that the element with this path is in; null where nothing is encrypted. */
  readonly tellerFor: (path: readonly EventTarget[]) => ((way: Way | OpenWay) => void) | null;
  /** Whether what is written there would go into an encrypted chat. */
  readonly isInChat: (path: readonly EventTarget[]) => boolean;
  /** What the guard let pass with reason: our own insertion, ciphertext that the person pastes. */
  readonly isLet: (event: Event) => boolean;
  readonly signal: AbortSignal;
};

/** To be called after the guard was set up: what the guard stops does not come here. */
export function watchWays({ wayOf, tellerFor, isInChat, isLet, signal }: WaysOptions): void {
  const stop = (event: Event, way: Way | OpenWay | null) => {
    const tell = way && tellerFor(event.composedPath());
    if (!tell || !way) return;
    if (!isOpenWay(way)) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    tell(way);
  };
  const listen = (
    types: readonly string[],
    find: (event: Event, target: Element) => Way | OpenWay | null,
  ) => {
    const onEvent = (event: Event) => {
      const [target] = event.composedPath();
      if (event.isTrusted && target instanceof Element) stop(event, find(event, target));
    };
    for (const type of types)
      window.addEventListener(type, onEvent, { capture: true, signal, passive: false });
  };
  listen(pressing, (event, target) => {
    const isPress = !(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ';
    return isPress ? wayOf(target) : null;
  });
  listen(writing, (event, target) => {
    if (!(target instanceof HTMLElement) || !takesText(target)) return null;
    if (event instanceof KeyboardEvent && typesNothing(event)) return null;
    return !isLet(event) && isInChat(event.composedPath()) ? 'typing' : null;
  });
  listen(carrying, (event) => (carriesFiles(event) ? 'files' : null));
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
