import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver } from './draft';

describe('createDraftSaver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const make = (save = vi.fn((_text: string) => Promise.resolve())) => {
    const box = { text: '' };
    return { box, save, saver: createDraftSaver(() => box.text, save) };
  };

  it('saves the last text once typing pauses, and at once when the frame may go', () => {
    const { box, save, saver } = make();
    for (const text of ['a', 'ab', 'abc']) {
      box.text = text;
      saver.changed();
      vi.advanceTimersByTime(100);
    }
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(save.mock.calls).toEqual([['abc']]);
    saver.changed();
    saver.flush();
    saver.flush();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('tries again what could not be saved, and never brings a sent text back', async () => {
    const { box, save, saver } = make(
      vi.fn().mockRejectedValueOnce(new Error('locked')).mockResolvedValue(undefined),
    );
    box.text = 'a';
    saver.changed();
    await vi.advanceTimersByTimeAsync(300);
    saver.flush();
    expect(save).toHaveBeenCalledTimes(2);
    saver.changed();
    saver.forget();
    await vi.advanceTimersByTimeAsync(1000);
    saver.flush();
    expect(save).toHaveBeenCalledTimes(2);
  });
});
