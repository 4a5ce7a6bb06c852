/**
 * Reddit's chat window over another page: the address names no room, the list of rooms beside the chat does.
 * Sources: sf:51831177446 (the window and its list of rooms), sf:45275963381 (where the list stands).
 */
import { h, shadow } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { page as reddit, room, timelineOf } from './reddit';

export const page: SitePage = {
  ...reddit,
  id: 'reddit-window',
  address: () => '/r/gardening/comments/1abc/tomatoes/',
  build: (pair) => {
    const { chat, ...parts } = timelineOf(pair);
    const nav = h(`rs-rooms-nav[class="hidden"]`);
    nav.setAttribute('activeroom', room);
    return {
      ...parts,
      sidebar: h('shreddit-post', h('textarea[name="comment"][aria-label="Add a comment"]')),
      main: h('div[data-testid="reddit-chat-client"]', shadow('rs-app', h('div.container', nav, chat))),
    };
  },
};
