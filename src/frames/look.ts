/**
 * Makes a part of a frame look like the messenger around it. The look comes from the page, so it decides style and
 * nothing else: colours that cannot be read, overlapping lines and symbol fonts are replaced by our own.
 */
import type { Look } from '../protocol/shapes';
import { contrastRatio, parseColor, type Rgba } from './contrast';

/** WCAG 2.2, 1.4.3. */
const readable = 4.5;
const white: Rgba = [255, 255, 255, 1];
const black: Rgba = [0, 0, 0, 1];
/** Families that show other shapes than the letters they stand for. */
const symbolFont = /wing|webding|symbol|dingbat|icon|emoji|glyph|barcode|marlett/i;

export type GuardedLook = {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly dark: boolean;
  readonly rightToLeft: boolean;
  /** Null where the page's colours cannot be read: then our own are used, background included. */
  readonly colors: { readonly color: string; readonly background: string } | null;
};

/** What of the page's look may be followed. */
export function guardLook(look: Look): GuardedLook {
  const ground = look.dark ? black : white;
  const color = parseColor(look.color);
  const background = parseColor(look.background);
  const fits = color && background && contrastRatio(color, background, ground) >= readable;
  return {
    fontFamily: guardFont(look.fontFamily),
    fontSize: look.fontSize,
    lineHeight: Math.round(Math.min(Math.max(look.lineHeight, look.fontSize * 1.15), look.fontSize * 2)),
    dark: look.dark,
    rightToLeft: look.rightToLeft,
    colors: fits ? { color: look.color, background: look.background } : null,
  };
}

function guardFont(fontFamily: string): string {
  const families = fontFamily.split(',').filter((family) => family.trim() !== '' && !symbolFont.test(family));
  return [...families, 'system-ui', 'sans-serif'].join(', ');
}

/** Sets the custom properties of `frame.css` on `element`, through CSSOM since our CSP allows no inline style. */
export function applyLook(element: HTMLElement, look: GuardedLook): void {
  const { style } = element;
  style.setProperty('--page-font', look.fontFamily);
  style.setProperty('--page-size', `${look.fontSize}px`);
  style.setProperty('--page-line', `${look.lineHeight}px`);
  element.dataset['theme'] = look.dark ? 'dark' : 'light';
  element.toggleAttribute('data-own-colors', look.colors === null);
  if (look.colors) {
    style.setProperty('--page-ink', look.colors.color);
    style.setProperty('--page-ground', look.colors.background);
  } else {
    style.removeProperty('--page-ink');
    style.removeProperty('--page-ground');
  }
}
