/** A test page's line to its server. */
import type { FromPage, Message, ToPage } from './site-page';

export type Connection = {
  readonly say: (message: FromPage) => void;
  /** Says what stands in the box, once nothing more was typed for so many milliseconds. */
  readonly draft: (text: string, after: number) => void;
  /** A message that is new, or that changed. */
  readonly onMessage: (hear: (message: Message) => void) => void;
  /** Sends the file's bytes with its name; the address to fetch them from comes back. */
  readonly upload: (file: File) => Promise<string>;
};

/** @param begin called once, with who talks here and what was said before */
export function connect(
  page: string,
  begin: (hello: Extract<ToPage, { type: 'hello' }>) => void,
): Connection {
  const socket = new WebSocket(`ws://${location.host}/__line?__page=${page}`);
  let hear: (message: Message) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (message: FromPage) => socket.send(JSON.stringify(message));
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as ToPage;
    if (told.type === 'hello') begin(told);
    else hear(told.message);
  });
  return {
    say,
    draft: (text, after) => {
      clearTimeout(timer);
      timer = setTimeout(() => say({ type: 'draft', text }), after);
    },
    onMessage: (next) => {
      hear = next;
    },
    upload: async (file) => {
      const answer = await fetch(`/__upload?__page=${page}&name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': file.type || 'application/octet-stream' },
        body: file,
      });
      return answer.text();
    },
  };
}
