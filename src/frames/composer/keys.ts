/** What a key means in the composer. */

export type KeyMeaning = 'send' | 'leave' | 'command' | 'type';
type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'repeat' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>;

const modifiers = new Set(['Alt', 'Control', 'Meta', 'OS', 'AltGraph']);

/**
 * `command`: a shortcut, which may well end in another window. `leave`: the person goes elsewhere on purpose.
 * While an input method composes, Enter and Escape belong to it; 229 is how some say so
 * (https://w3c.github.io/uievents/#determine-keydown-keyup-keyCode).
 */
export function meaningOf(key: Key): KeyMeaning {
  if (key.isComposing || key.keyCode === 229) return 'type';
  if (key.key === 'Enter' && !key.shiftKey && !key.altKey) return key.repeat ? 'type' : 'send';
  if (key.key === 'Escape' || key.key === 'Tab' || key.key === 'F6') return 'leave';
  const altGraph = key.ctrlKey && key.altKey;
  if (modifiers.has(key.key) || ((key.ctrlKey || key.metaKey || key.altKey) && !altGraph)) return 'command';
  return 'type';
}
