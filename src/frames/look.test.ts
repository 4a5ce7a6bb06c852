// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Look } from '../protocol/shapes';
import { contrastRatio, parseColor, type Rgba } from './contrast';
import { applyLook, guardLook } from './look';

const plain: Look = {
  fontFamily: 'Helvetica, Arial',
  fontSize: 15,
  lineHeight: 20,
  color: 'rgb(5, 5, 5)',
  background: 'rgb(255, 255, 255)',
  dark: false,
  rightToLeft: false,
};
const white: Rgba = [255, 255, 255, 1];
const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel);
const css = (rgb: readonly number[]) => `rgb(${rgb.join(', ')})`;

describe('parseColor', () => {
  it('reads commas, spaces, percentages and alpha', () => {
    expect(parseColor('rgb(1, 2, 3)')).toEqual([1, 2, 3, 1]);
    expect(parseColor('rgba(1 2 3 / 50%)')).toEqual([1, 2, 3, 0.5]);
    expect(parseColor('rgb(100%, 0%, 0%)')).toEqual([255, 0, 0, 1]);
  });
  it('refuses what is not one colour', () => {
    for (const text of ['rgb(1, 2)', 'rgb(1,2,3,4,5)', 'rgb(,,,,,)', 'rgb(1.2.3, 4, 5)']) {
      expect(parseColor(text), text).toBeUndefined();
    }
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio([0, 0, 0, 1], white, white)).toBeCloseTo(21, 5);
    fc.assert(
      fc.property(color, ([r, g, b]) => {
        expect(contrastRatio([r, g, b, 1], [r, g, b, 1], white)).toBe(1);
      }),
    );
  });
  it('counts what alpha lets through', () => {
    expect(contrastRatio([0, 0, 0, 0.1], white, white)).toBeLessThan(1.5);
  });
});

describe('guardLook', () => {
  it('follows the page only where its colours can be read', () => {
    fc.assert(
      fc.property(color, color, (ink, ground) => {
        const { colors } = guardLook({ ...plain, color: css(ink), background: css(ground) });
        const ratio = contrastRatio([...ink, 1], [...ground, 1], white);
        expect(colors !== null).toBe(ratio >= 4.5);
      }),
    );
  });
  it('spreads lines that would overlap and drops symbol fonts', () => {
    const guarded = guardLook({ ...plain, fontSize: 40, lineHeight: 8, fontFamily: 'Wingdings, Arial' });
    expect(guarded.lineHeight).toBe(46);
    expect(guarded.fontFamily).toBe(' Arial, system-ui, sans-serif');
  });
});

describe('applyLook', () => {
  it('takes the colours of an earlier look away when the next cannot be read', () => {
    const element = document.createElement('div');
    applyLook(element, guardLook(plain));
    expect(element.style.getPropertyValue('--page-ink')).toBe('rgb(5, 5, 5)');
    applyLook(element, guardLook({ ...plain, color: plain.background }));
    expect(element.style.getPropertyValue('--page-ink')).toBe('');
    expect(element.hasAttribute('data-own-colors')).toBe(true);
  });
});
