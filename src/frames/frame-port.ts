/** The frame's end of the port to the content script: every message that comes in is parsed, nonsense is dropped. */
import * as v from 'valibot';

/** Starts the port and hands each message that fits `incoming` to `onMessage`. */
export function listenTo<Schema extends v.GenericSchema>(
  port: MessagePort,
  incoming: Schema,
  onMessage: (message: v.InferOutput<Schema>) => void,
): void {
  port.addEventListener('message', (event) => {
    const parsed = v.safeParse(incoming, event.data);
    if (parsed.success) onMessage(parsed.output);
  });
  port.start();
}
