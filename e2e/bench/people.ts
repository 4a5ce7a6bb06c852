/** Names and numbers that both the bench and its pages know. */
import type { DeviceId } from '../../src/openpgp/types';

/** The writer's device in every binding. */
export const device = 'b0b0b0b0b0b0b0b0' as DeviceId;
