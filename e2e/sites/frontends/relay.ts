/** The page's line to the server: who is here, and what anybody says, history first. */

export type Said = { readonly id: string; readonly from: string; readonly text: string };

const { searchParams } = new URL(location.href);
export const me = searchParams.get('user') ?? 'alice';
export const other = me === 'alice' ? 'bob' : 'alice';

export const nameOf = (user: string): string => user.charAt(0).toUpperCase() + user.slice(1);

/** Calls `onSaid` once for each message of this chat, those of before first, one's own as well. Returns how to say something. */
export function connect(onSaid: (said: Said) => void): (text: string) => void {
  const socket = new WebSocket(`ws://${location.host}/talk?user=${me}`);
  const open = new Promise<void>((done) => {
    socket.addEventListener('open', () => done());
  });
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => onSaid(JSON.parse(data) as Said));
  return (text) => void open.then(() => socket.send(text));
}

/** The element that front ends are mounted on. */
export function mountPoint(): HTMLElement {
  const place = document.createElement('main');
  document.body.append(place);
  return place;
}
