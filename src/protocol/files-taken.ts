/** Which files a site takes, as far as Sotto knows, said in the words that the composer has a sentence for. */
export const filesTaken = [
  'any',
  /** What is uploaded there is taken for a picture, and changed as one. */
  'pictures',
  /** Files of kinds that the site lists, by their ending: an encrypted one has none of these. */
  'listed',
  /** The site has no uploads. */
  'none',
  /** It may have; nothing is known of how. */
  'unknown',
  /** Not from where the composer stands. */
  'not-here',
] as const;
export type FilesTaken = (typeof filesTaken)[number];
