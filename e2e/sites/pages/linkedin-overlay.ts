/**
 * LinkedIn's chat window over another page: in the open shadow root of #interop-outlet, or in a frame of LinkedIn's own.
 * The address names no chat; the link in the window's head does.
 * Sources: sf:30384928465 (the send button in the root), sf:56109024249, sf:71374273675 (the outlet and the frame).
 */
import { h, shadow } from '../framework/dom';
import { framingPolicy } from '../framework/policy';
import type { SitePage } from '../framework/site-page';
import { page as linkedin } from './linkedin';

const profileOf = (handle: string) => `/in/${handle}/`;

const bubble: SitePage['build'] = (pair) => {
  const { sidebar: _, previews: __, main, ...parts } = linkedin.build(pair);
  const { name, handle } = pair.peer;
  const [, scroller, form] = main.children;
  const head = h(
    'header',
    h('h2.msg-overlay-bubble-header__title', h(`a[href="${profileOf(handle)}"]`, name)),
    h('button[aria-label="Close your conversation"]', '×'),
  );
  if (!scroller || !form) throw new Error('The thread has no list or no form');
  return { ...parts, main: h('div.msg-overlay-conversation-bubble[role="dialog"]', head, scroller, form) };
};

/** Over the feed, in the shadow root. */
export const overlay: SitePage = {
  ...linkedin,
  id: 'linkedin-overlay',
  address: () => '/feed/',
  chat: ({ peer }) => profileOf(peer.handle),
  build: (pair) => {
    const { main, ...parts } = bubble(pair);
    return {
      ...parts,
      sidebar: h('main', h('div[contenteditable="true"][role="textbox"][aria-label="Add a comment…"]')),
      main: shadow('div#interop-outlet[data-testid="interop-shadowdom"]', main),
    };
  },
};

/** Over the page of the jobs, in the frame. */
export const frame: SitePage = {
  ...linkedin,
  id: 'linkedin-frame',
  address: () => '/jobs/',
  chat: ({ peer }) => profileOf(peer.handle),
  headers: { 'content-security-policy': framingPolicy },
  frame: { selector: '[data-testid="interop-iframe"]', path: '/preload/' },
  build: bubble,
};
