/** Contrast of two colours by WCAG 2.2: the page chooses how we look, and must not choose that a warning cannot be read. */

/** Red, green, blue in 0 to 255, alpha in 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Parses `rgb()` and `rgba()` as `src/protocol/shapes.ts` lets through; undefined for what is not one. */
export function parseColor(css: string): Rgba | undefined {
  const values = css.match(/[0-9.]+%?/g) ?? [];
  const [red, green, blue, alpha = 1] = values.map((value, index) => readChannel(value, index));
  if (values.length < 3 || values.length > 4) return undefined;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const all: Rgba = [red, green, blue, alpha];
  return all.every(Number.isFinite) ? all : undefined;
}

function readChannel(value: string, index: number): number {
  const full = index === 3 ? 1 : 255;
  const number = value.endsWith('%') ? (Number.parseFloat(value) / 100) * full : Number(value);
  return Math.min(number, full);
}

/** 1 to 21; colours with alpha are first laid over `ground`. */
export function contrastRatio(color: Rgba, background: Rgba, ground: Rgba): number {
  const below = over(background, ground);
  const first = luminance(over(color, below));
  const second = luminance(below);
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function over([red, green, blue, alpha]: Rgba, [r, g, b]: Rgba): Rgba {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function luminance([red, green, blue]: Rgba): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
