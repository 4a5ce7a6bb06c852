/** The demo as journeys see a messenger. */
import type { Messenger } from '../lib/messenger';
import { startDemo } from './server';

export async function startDemoMessenger(): Promise<Messenger> {
  const demo = await startDemo();
  return {
    name: 'demo',
    url: demo.url,
    chatUrl: (user) => demo.chatUrl(user),
    scroller: '[role="log"]',
    box: 'footer [contenteditable][role="textbox"]',
    received: () => Promise.resolve(demo.log.map(({ body }) => body).join('\n')),
    close: () => demo.close(),
  };
}
