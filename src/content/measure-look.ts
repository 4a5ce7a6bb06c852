/** Reads how the messenger looks at a place, for a frame that is to look at home there. */
import { look, type Look } from '../protocol/shapes';
import * as v from 'valibot';

const plain: Look = {
  fontFamily: 'system-ui, sans-serif',
  fontSize: 15,
  lineHeight: 20,
  color: 'rgb(17, 17, 17)',
  background: 'rgb(255, 255, 255)',
  dark: false,
  rightToLeft: false,
};

/** The look at `element`; the plain one where the page's styles do not fit the protocol's shape. */
export function measureLook(element: Element): Look {
  const style = getComputedStyle(element);
  const fontSize = Number.parseFloat(style.fontSize) || plain.fontSize;
  const background = backgroundBehind(element);
  const measured = {
    fontFamily: style.fontFamily,
    fontSize,
    lineHeight: Number.parseFloat(style.lineHeight) || Math.round(fontSize * 1.35),
    color: style.color,
    background,
    dark: luminance(background) < 0.4,
    rightToLeft: style.direction === 'rtl',
  };
  const parsed = v.safeParse(look, measured);
  return parsed.success ? parsed.output : { ...plain, dark: measured.dark };
}

/** The first colour that is not transparent, from the element outwards. */
export function backgroundBehind(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const color = getComputedStyle(at).backgroundColor;
    if (alphaOf(color) > 0.5) return color;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches && isDarkPage()
    ? 'rgb(18, 18, 18)'
    : plain.background;
}

function isDarkPage(): boolean {
  return getComputedStyle(document.documentElement).colorScheme.includes('dark');
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function channels(color: string): number[] {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

function alphaOf(color: string): number {
  if (!color.startsWith('rgb')) return 0;
  return channels(color)[3] ?? 1;
}

/** Rough perceived brightness, 0 to 1: good enough to tell a dark theme. */
function luminance(color: string): number {
  const [red = 255, green = 255, blue = 255] = channels(color);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
