/** Key presses as WebDriver says them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export type KeyAction = { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

const special: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

const valueOf = (key: string): string => special[key] ?? key;

/** `Control+Shift+z`: pressed in order, let go in reverse. */
export function chordActions(chord: string): KeyAction[] {
  const keys = chord.split('+').map(valueOf);
  return [
    ...keys.map((value) => ({ type: 'keyDown', value }) as const),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value }) as const),
  ];
}

/** One press for each code point; a line feed is the Enter key. */
export function textActions(text: string): KeyAction[] {
  return Array.from(text).flatMap((character) => chordOf(character === '\n' ? valueOf('Enter') : character));
}

const chordOf = (value: string): KeyAction[] => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];
