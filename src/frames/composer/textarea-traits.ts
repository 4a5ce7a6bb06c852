/**
 * What keeps the text of the box to itself: browsers may send the content of text boxes to a server for spelling,
 * writing help or translation, and store it for autofill.
 */
export const textareaTraits = {
  rows: 1,
  dir: 'auto',
  spellcheck: false,
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  translate: false,
  writingsuggestions: 'false',
  'data-gramm': 'false',
} as const;
