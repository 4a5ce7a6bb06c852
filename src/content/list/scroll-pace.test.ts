import { describe, expect, it } from 'vitest';
import { createScrollPace } from './scroll-pace';

const screen = (top: number) => ({ top, height: 1000 });

describe('scroll pace', () => {
  it('calls for new places once two screens were scrolled since the last, either way', () => {
    const pace = createScrollPace(() => 0);
    expect(pace.isFar(screen(0))).toBe(true);
    pace.placed(screen(5000));
    expect([5000, 3001, 6999].map((top) => pace.isFar(screen(top)))).toEqual([false, false, false]);
    expect([3000, 7000].map((top) => pace.isFar(screen(top)))).toEqual([true, true]);
  });

  function passing(...steps: readonly (readonly [time: number, top: number])[]): boolean[] {
    let now = 0;
    const pace = createScrollPace(() => now);
    return steps.map(([time, top]) => {
      now = time;
      return pace.pass(screen(top));
    });
  }

  it('tells what nobody can read from what is scrolled fast', () => {
    expect(passing([0, 0], [16, 160], [32, 320])).toEqual([false, false, false]);
    expect(passing([0, 0], [16, 320], [32, 640], [48, 650])).toEqual([false, true, true, false]);
    expect(passing([0, 9000], [16, 8000])).toEqual([false, true]);
  });

  it('takes a jump for a jump, and two looks in one frame for one', () => {
    expect(passing([0, 0], [500, 90_000], [516, 90_000])).toEqual([false, false, false]);
    expect(passing([0, 0], [16, 900], [18, 900], [32, 900])).toEqual([false, true, true, false]);
  });
});
