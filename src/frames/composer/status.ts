/** The line under the composer: who can read, how far it is, what went wrong. */
import { numberText, t, type MessageKey } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import type { OpenWay, Way } from '../../protocol/ways';
import { failureSentence } from '../failure';
import type { IconName } from '../icons';
import { joinNames, personName } from '../person-name';
import type { Delivery } from './delivery';
import { mostParts, type WireSize } from './counter';
import { longestText, longText } from './draft';
import type { Notice } from './notice';

/** Whether an old message is being edited, and whether it is one that can be. */
export type EditState = 'none' | 'own' | 'foreign';
type Tone = 'quiet' | 'busy' | 'good' | 'warn' | 'bad';
export type Status = { readonly tone: Tone; readonly icon: IconName; readonly text: string };

export function statusOf(
  chat: ChatState,
  delivery: Delivery,
  notice: Notice,
  size: WireSize | null = null,
  edit: EditState = 'none',
): Status {
  // While locked nothing can be typed, and nothing is said about typing.
  const aboutTyping = chat.locked ? undefined : noticeStatus(notice, size);
  const aboutEdit = chat.locked ? undefined : editStatus(edit);
  return aboutTyping ?? deliveryStatus(delivery) ?? aboutEdit ?? chatStatus(chat);
}

const notices: Record<Exclude<Notice, 'none' | object>, readonly [Tone, IconName, MessageKey]> = {
  hidden: ['bad', 'warning', 'composer_hidden'],
  stolen: ['bad', 'warning', 'composer_stolen'],
  confirm: ['bad', 'warning', 'composer_confirm'],
  'too-long': ['bad', 'warning', 'composer_tooLong'],
  'many-parts': ['warn', 'warning', 'composer_manyParts'],
  'too-many-parts': ['bad', 'warning', 'composer_tooManyParts'],
  'waiting-for-answer': ['warn', 'clock', 'composer_notSentWaiting'],
  blocked: ['bad', 'warning', 'composer_notSentBlocked'],
};

function noticeStatus(notice: Notice, size: WireSize | null): Status | undefined {
  if (notice === 'none') return undefined;
  if (typeof notice === 'object') {
    const text =
      'stopped' in notice
        ? t('composer_stopped', t(stoppedWays[notice.stopped]))
        : t(passedWays[notice.passed]);
    return { tone: 'warn', icon: 'warning', text };
  }
  const [tone, icon, key] = notices[notice];
  const value =
    notice === 'too-long' ? longestText : notice === 'many-parts' ? (size?.parts ?? 0) : mostParts;
  return { tone, icon, text: t(key, numberText(value)) };
}

const stoppedWays: Record<Way, MessageKey> = {
  voice: 'way_voice',
  sticker: 'way_sticker',
  picture: 'way_picture',
  poll: 'way_poll',
  forward: 'way_forward',
  'quick-reply': 'way_quickReply',
  schedule: 'way_schedule',
  typing: 'way_typing',
  files: 'way_files',
};

const passedWays: Record<OpenWay, MessageKey> = {
  reaction: 'composer_reaction',
  call: 'composer_call',
};

function editStatus(edit: EditState): Status | undefined {
  if (edit === 'own') return { tone: 'quiet', icon: 'lock', text: t('composer_editing') };
  if (edit === 'foreign') return { tone: 'warn', icon: 'warning', text: t('composer_editForeign') };
  return undefined;
}

function deliveryStatus(delivery: Delivery): Status | undefined {
  if (delivery.kind === 'ready') return undefined;
  if (delivery.kind === 'encrypting') return { tone: 'busy', icon: 'lock', text: t('composer_encrypting') };
  if (delivery.kind === 'sending') return { tone: 'busy', icon: 'send', text: sendingText(delivery) };
  if (delivery.kind === 'copied') {
    const { part, total } = delivery;
    const key = total > 1 ? 'composer_copiedPart' : 'composer_copied';
    return { tone: 'warn', icon: 'lock', text: t(key, String(part), String(total)) };
  }
  if (delivery.kind === 'failed')
    return { tone: 'bad', icon: 'warning', text: failureSentence(delivery.failure) };
  return {
    tone: 'good',
    icon: 'check',
    text: t(delivery.cargo === 'message' ? 'composer_sent' : 'composer_invited'),
  };
}

function sendingText({ part, total, slow }: Extract<Delivery, { kind: 'sending' }>): string {
  if (slow && part === total) return t('composer_waiting');
  return total > 1 ? t('composer_sendingPart', String(part), String(total)) : t('composer_sending');
}

function chatStatus(chat: ChatState): Status {
  if (chat.locked) return { tone: 'quiet', icon: 'lock', text: t('composer_lockedKept') };
  const { identity } = chat;
  if (identity?.problem) {
    const failure = { code: `identity_${identity.problem}`, detail: identity.name } as const;
    return { tone: 'bad', icon: 'warning', text: failureSentence(failure) };
  }
  if (chat.mode === 'inviting') return { tone: 'warn', icon: 'clock', text: t('composer_inviting') };
  if (chat.mode === 'blocked') return { tone: 'bad', icon: 'warning', text: blockedText(chat) };
  if (chat.members.length === 0) return { tone: 'warn', icon: 'warning', text: t('composer_nobody') };
  const unusable = chat.members.filter(({ problem }) => problem !== null);
  if (unusable.length > 0) {
    const names = joinNames(unusable.map(({ name }) => personName(name)));
    return { tone: 'bad', icon: 'warning', text: t('composer_unusable', names) };
  }
  const readers = [...chat.members.map(({ name }) => personName(name)), t('composer_you')];
  const text = t('composer_readers', joinNames(readers));
  return { tone: 'quiet', icon: 'lock', text: chat.olderContainer ? `${text} ${t('composer_older')}` : text };
}

function blockedText(chat: ChatState): string {
  const changed = chat.members.filter(({ problem }) => problem !== null).map(({ name }) => personName(name));
  return changed.length > 0 ? t('composer_blocked', joinNames(changed)) : t('composer_blockedUnnamed');
}

/** From this share of a limit on, what is left of it is said. */
const nearly = 0.75;

/** What will be sent, where that comes near or over the site's limit; an empty text elsewhere. */
export function countText(text: string, size: WireSize | null, limit: number | null): string {
  if (text.length > longText)
    return t('composer_characters', numberText(text.length), numberText(longestText));
  if (!size || limit === null) return '';
  if (size.parts > mostParts) return t('composer_countTooMany', numberText(mostParts));
  if (size.parts > 1) return t('composer_countParts', numberText(size.characters), numberText(size.parts));
  return size.characters < nearly * limit
    ? ''
    : t('composer_countCharacters', numberText(size.characters), numberText(limit));
}
