/** Words that test pages write themselves. */
import { h } from './dom';
import type { Shown } from './site-page';

/** Characters of a message that a chat list or a quote shows. */
const previewLength = 120;

export const startOf = (text: string): string =>
  text.length > previewLength ? `${text.slice(0, previewLength)}…` : text;

const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

export const words = {
  deleted: 'This message was deleted',
  /** What a site puts behind the text, in the text's own element. */
  inside: (what: 'time' | 'edited', { edited, time }: Shown): Node[] => {
    if (what === 'time') return [h('span.time', clock(time))];
    return edited ? [h('span.edited', ' (edited)')] : [];
  },
};
