/** What tests put between the characters of a text, as sites do. */
import * as fc from 'fast-check';

export const noiseCharacters = [
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00a0',
  '\u00ad',
];

/** A function that puts noise between characters of a text; before and after it nothing. */
export const noisy = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...noiseCharacters)), {
    maxLength: 30,
  })
  .map((places) => (text: string) => {
    const parts = text.split('');
    for (const [where, noise] of places) {
      const at = 1 + Math.floor(where * (text.length - 2));
      parts[at] = noise + (parts[at] ?? '');
    }
    return parts.join('');
  });
