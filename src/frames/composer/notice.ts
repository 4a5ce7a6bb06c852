/** What the status line has to say before anything else: mostly, what stands in the way of the last Enter or click. */
import type { ToComposer } from '../../protocol/port';
import type { OpenWay, Way } from '../../protocol/ways';

export type Notice =
  | 'none'
  | 'hidden'
  | 'stolen'
  | 'confirm'
  | 'too-long'
  | 'many-parts'
  | 'too-many-parts'
  | 'waiting-for-answer'
  | 'blocked'
  | { readonly stopped: Way }
  | { readonly passed: OpenWay };

/** What is to be said once the content script has told of one of the messenger's own ways to send something. */
export function noticeAfter(notice: Notice, word: ToComposer): Notice {
  // The warning of a stolen focus stays: it is the graver one.
  if (word.type === 'stopped' && notice !== 'stolen' && notice !== 'confirm') return { stopped: word.way };
  // What was let through is told of for information: whatever stands in the way of a message comes first.
  if (word.type === 'passed' && notice === 'none') return { passed: word.way };
  return notice;
}
