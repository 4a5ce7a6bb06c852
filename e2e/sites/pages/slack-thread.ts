/**
 * Slack with a thread beside its channel. The thread's box is the last item of its own list, and both boxes are alike.
 * Sources: sf:59083577149 and sf:52951367434 (the pane), sf:21150049008 (its list and the item with the box).
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { page as slack } from './slack';

const threadId = 'T01/D02/thread/D02-1712345678.000100';

export const thread: SitePage = {
  ...slack,
  id: 'slack-thread',
  address: () => `/client/${threadId}`,
  chat: () => threadId,
  build: (pair) => {
    const { sidebar: _, main, ...parts } = slack.build(pair);
    const rows = h('div');
    const input = h('div[data-item-key="input"]', ...[...main.children].slice(2));
    const list = h('div.c-virtual_list__scroll_container[data-qa="slack_kit_list"]', rows, input);
    const scroller = h('div.c-scrollbar__hider', list);
    return {
      ...parts,
      rows,
      scroller,
      main: h('div.p-threads_flexpane[data-qa="threads_flexpane"]', h('h2', 'Thread'), scroller),
    };
  },
};

export const channel: SitePage = {
  ...slack,
  id: 'slack-channel',
  address: thread.address,
  beside: thread,
};
