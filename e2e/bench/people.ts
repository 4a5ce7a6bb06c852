/** Names and numbers that both the bench and its pages know. */
import type { DeviceId } from '../../src/openpgp/types';

/** The writer's device in every binding. */
export const device = 'b0b0b0b0b0b0b0b0' as DeviceId;

/** A chat message of 10 to 170 characters, different for each index. */
export function plaintextOf(index: number): string {
  return `${index}: ${words.slice(index % 7, (index % 7) + 3 + (index % 17)).join(' ')}.`;
}

const words =
  'we could meet at the station on Friday if the train is on time and take the tram from there to the old harbour before it rains'.split(
    ' ',
  );
