/** How well Sotto gets on with a page: what its script checked there, in words and numbers that name nothing. */
import * as v from 'valibot';

const at = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)));

/** What a content script reports of its page. No text, no address, no name: only what was found and what worked. */
export const health = v.strictObject({
  /** Whether a chat is recognised as open. */
  chat: v.picklist(['open', 'none']),
  box: v.picklist(['found', 'missing']),
  /** Which of the site's known descriptions of a box fitted, from 0; null: none, or it was found in another way. */
  boxAt: at,
  list: v.picklist(['found', 'missing']),
  listAt: at,
  /** Whether the box held the ciphertext when that was last put into it. */
  insert: v.picklist(['untried', 'held', 'refused']),
  /** Whether the message last sent was seen in the list. */
  sent: v.picklist(['untried', 'seen', 'unseen']),
});
export type Health = v.InferOutput<typeof health>;

/** With the site's own id in Sotto; `generic` for one that Sotto has no facts about, whose name is nobody's business. */
export const healthView = v.strictObject({ site: v.pipe(v.string(), v.maxLength(100)), ...health.entries });
export type HealthView = v.InferOutput<typeof healthView>;

/** `working`; `degraded`: one can write, with limits; `broken`: one cannot write here. */
export const healthState = v.picklist(['working', 'degraded', 'broken']);
export type HealthState = v.InferOutput<typeof healthState>;

export function healthStateOf({ box, list, insert, sent }: Health): HealthState {
  if (box === 'missing' || insert === 'refused') return 'broken';
  return list === 'missing' || sent === 'unseen' ? 'degraded' : 'working';
}
