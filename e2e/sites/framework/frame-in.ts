/** A page of something else, with the messenger in a frame of its own origin. */
import { h } from './dom';
import type { SitePage } from './site-page';

export function frameIn({ id }: SitePage, { selector, path }: NonNullable<SitePage['frame']>): void {
  const frame = document.createElement('iframe');
  for (const { name, value } of h(`iframe${selector}`).attributes) frame.setAttribute(name, value);
  frame.src = `${path}?__page=${id}`;
  Object.assign(frame.style, {
    position: 'fixed',
    right: '0',
    bottom: '0',
    width: '640px',
    height: '560px',
    border: '0',
  });
  document.body.append(h('main', 'A page of something else'), frame);
  // What the suite asks of a page is answered by the one in the frame.
  const inFrame = () => Reflect.get(frame.contentWindow ?? {}, 'testPage') as unknown;
  Object.defineProperty(globalThis, 'testPage', { get: inFrame });
}
