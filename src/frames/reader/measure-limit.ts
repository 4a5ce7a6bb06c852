/**
 * How often one message is measured anew for the page.
 *
 * The page gives each place its width and look and is told the size that the text takes there. By drawing the same
 * ciphertext at many widths or font sizes it could read from the heights where lines break, and from that how long the
 * words are. So for one ciphertext there are at most `most` settings, a setting being a width with a look, in `span`
 * milliseconds, over all its places together; a place in a further setting gets the size told last, and the text
 * scrolls inside it if it needs more. A person who resizes the window sees that for a minute at most. It bounds the
 * rate and no more: sizes are what the page must know to lay out its list.
 */
const most = 3;
const span = 60_000;

export type MeasureLimit = {
  /** Whether `wire` may be measured in this setting; if so the setting counts from now on. */
  readonly allows: (wire: string, setting: string) => boolean;
};

/** @param now milliseconds */
export function createMeasureLimit(now: () => number): MeasureLimit {
  /** Settings of each ciphertext with the time of their first measurement, oldest first. */
  const measured = new Map<string, Map<string, number>>();
  const forgetOld = (wire: string, settings: Map<string, number>) => {
    for (const [setting, at] of settings) if (now() - at >= span) settings.delete(setting);
    if (settings.size === 0) measured.delete(wire);
  };
  let swept = now();
  return {
    allows: (wire, setting) => {
      if (now() - swept >= span) {
        swept = now();
        for (const [old, settings] of measured) forgetOld(old, settings);
      }
      const settings = measured.get(wire) ?? new Map<string, number>();
      forgetOld(wire, settings);
      if (settings.has(setting)) return true;
      if (settings.size >= most) return false;
      settings.set(setting, now());
      measured.set(wire, settings);
      return true;
    },
  };
}
