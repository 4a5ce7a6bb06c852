/** How well Sotto gets on with a page, as the popup is told. */
import * as v from 'valibot';
import { health } from './health';

/** With the site's own id in Sotto; `generic` for one that Sotto has no facts about, whose name is nobody's business. */
export const healthView = v.strictObject({ site: v.pipe(v.string(), v.maxLength(100)), ...health.entries });
export type HealthView = v.InferOutput<typeof healthView>;
