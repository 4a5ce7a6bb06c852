/** What a test page offers the suite, which cannot know where each site has its controls. */
export type TestPage = {
  /** What the site has, so that it can be tried. */
  readonly has: Readonly<Record<'quotes' | 'previews' | 'ways' | 'edits' | 'deletes' | 'files', boolean>>;
  /** Everything that this selector names, in open shadow roots too. */
  readonly find: (selector: string) => readonly HTMLElement[];
  readonly boxText: () => string;
  readonly focusBox: () => void;
  /** What is written next answers the last message. */
  readonly answerLast: () => void;
  /** The site is redesigned: none of these selectors finds anything any more. */
  readonly rename: (selectors: readonly string[]) => void;
};
