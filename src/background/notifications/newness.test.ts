import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageReading, Reading } from '../../protocol/reading';
import { AHEAD, meet, newsFromStart, newsFromUnlock, nothingIsNews, RECENT, type Known } from './newness';

const start = Date.UTC(2026, 0, 2);
const fingerprint = 'ab'.repeat(20);
const message = (over: Partial<MessageReading> = {}): MessageReading => ({
  kind: 'message',
  state: 'pinned',
  text: 'hello',
  author: { name: 'Bob', fingerprint, self: false },
  time: start + 1000,
  digest: 'd',
  position: { device: 'aa', sequence: 1, edit: false },
  clockAhead: false,
  ...over,
});
const isNews = (reading: Reading, now = start + 2000, from = newsFromStart(start)) =>
  meet(from, reading, now)[1];

describe('news', () => {
  it('is a message just written by somebody else, verified for this chat', () => {
    expect(isNews(message())).toBe(true);
    expect(isNews(message({ state: 'verified' }))).toBe(true);
  });

  it.each(['unsigned', 'unknown-signer', 'changed-key', 'wrong-chat', 'replayed'] as const)(
    'is none that is %s',
    (state) => {
      expect(isNews(message({ state }))).toBe(false);
    },
  );

  it('is none of one’s own, none that is edited, none without an author, a time or a position', () => {
    expect(isNews(message({ author: { name: 'Alice', fingerprint, self: true } }))).toBe(false);
    expect(isNews(message({ position: { device: 'aa', sequence: 1, edit: true } }))).toBe(false);
    expect(isNews(message({ author: null }))).toBe(false);
    expect(isNews(message({ time: null }))).toBe(false);
    expect(isNews(message({ position: null }))).toBe(false);
  });

  it('is nothing but messages', () => {
    expect(isNews({ kind: 'closed', state: 'damaged' })).toBe(false);
    expect(isNews({ kind: 'contact', status: 'decide', name: 'Bob', fingerprint })).toBe(false);
  });

  it('is nothing while locked, and nothing written before the unlocking', () => {
    expect(isNews(message(), start + 2000, nothingIsNews)).toBe(false);
    const unlocked = newsFromUnlock(start + 1000);
    expect(isNews(message({ time: start + 1000 + AHEAD }), start + 2 * AHEAD, unlocked)).toBe(false);
    expect(isNews(message({ time: start + 2000 + AHEAD }), start + 2 * AHEAD, unlocked)).toBe(true);
  });

  it('is the same message once, however its ciphertext is wrapped', () => {
    const [after, first] = meet(newsFromStart(start), message(), start + 2000);
    expect([first, meet(after, message({ digest: 'other', text: 'x' }), start + 2000)[1]]).toEqual([
      true,
      false,
    ]);
  });
});

const arbitraryMessage = fc
  .record({
    time: fc.integer({ min: start - 2 * RECENT, max: start + 4 * RECENT }),
    sequence: fc.integer({ min: 1, max: 6 }),
    device: fc.constantFrom('aa', 'bb'),
  })
  .map(({ time, sequence, device }) => message({ time, position: { device, sequence, edit: false } }));

/** A page hands over what it likes, as often and in what order it likes, while the clock goes on or is set back. */
const arbitraryHistory = fc.array(
  fc.record({ reading: arbitraryMessage, step: fc.integer({ min: -RECENT, max: RECENT }) }),
  { maxLength: 60 },
);

function play(history: readonly { reading: MessageReading; step: number }[]) {
  let known: Known = newsFromStart(start);
  let now = start;
  const told: { reading: MessageReading; now: number; latest: number }[] = [];
  let latest = start;
  for (const { reading, step } of history) {
    now += step;
    latest = Math.max(latest, now);
    const [after, news] = meet(known, reading, now);
    expect(after.since).toBeGreaterThanOrEqual(known.since ?? 0);
    known = after;
    if (news) told.push({ reading, now, latest });
  }
  return told;
}

describe('whatever is handed over', () => {
  it('nothing is told twice', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const names = play(history).map(({ reading }) => JSON.stringify([reading.position, reading.time]));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('nothing old is told, also when the clock was set back', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        for (const { reading, now, latest } of play(history)) {
          expect(reading.time).toBeGreaterThan(start);
          expect(reading.time).toBeGreaterThan(latest - RECENT);
          expect(reading.time).toBeLessThanOrEqual(now + AHEAD);
        }
      }),
    );
  });

  it('what there is no room to remember is not told again', () => {
    const all = Array.from({ length: 2500 }, (_, at) =>
      message({ time: start + 1 + at, position: { device: 'aa', sequence: at, edit: false } }),
    );
    const meetAll = (from: Known) =>
      all.reduce<readonly [Known, number]>(
        ([known, count], reading) => {
          const [after, news] = meet(known, reading, start + 5000);
          return [after, count + (news ? 1 : 0)];
        },
        [from, 0],
      );
    const [after, first] = meetAll(newsFromStart(start));
    expect(first).toBe(all.length);
    expect(after.met.length).toBeLessThanOrEqual(1000);
    expect(meetAll(after)[1]).toBe(0);
  });
});
