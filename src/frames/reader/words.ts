/** Words, icon and tone of each state (DESIGN section 5): never colour alone. */
import { t, type MessageKey } from '../../platform/i18n';
import type { ContactReading, ReaderState, Reading } from '../../protocol/reading';
import type { ReaderIconName } from '../icons';
import { personName } from '../person-name';

/** `good` and `calm` are quiet; `bad` is loud; `wait` says that something is still to come. */
type Tone = 'good' | 'calm' | 'wait' | 'bad';
export type StateWords = { readonly tone: Tone; readonly icon: ReaderIconName; readonly words: string };

const table: Record<ReaderState, readonly [tone: Tone, icon: ReaderIconName, key: MessageKey]> = {
  verified: ['good', 'check', 'reader_verified'],
  pinned: ['calm', 'lock', 'reader_pinned'],
  unsigned: ['bad', 'warning', 'reader_unsigned'],
  'unknown-signer': ['bad', 'question', 'reader_unknownSigner'],
  'bad-signature': ['bad', 'cross', 'reader_badSignature'],
  'changed-key': ['bad', 'warning', 'reader_changedKey'],
  'wrong-chat': ['bad', 'warning', 'reader_wrongChat'],
  replayed: ['bad', 'repeat', 'reader_replayed'],
  'not-for-me': ['calm', 'lock', 'reader_notForMe'],
  locked: ['wait', 'lock', 'reader_locked'],
  incomplete: ['wait', 'clock', 'reader_incomplete'],
  damaged: ['bad', 'cross', 'reader_damaged'],
  'too-large': ['bad', 'cross', 'reader_tooLarge'],
};

/** One's own message: a person knows who wrote it, and whether it arrived is for the messenger to say. */
export function ownWords(): StateWords {
  return { tone: 'calm', icon: 'lock', words: t('reader_pinned') };
}

/** What came back damaged of one's own: nobody else is to be asked for it. */
export function ownDamagedWords(): StateWords {
  return { ...stateWords('damaged'), words: t('reader_ownDamaged') };
}

export function stateWords(state: ReaderState, ...values: readonly string[]): StateWords {
  const [tone, icon, key] = table[state];
  return { tone, icon, words: t(key, ...values) };
}

const contactKeys: Record<ContactReading['status'], MessageKey> = {
  decide: 'reader_contactDecide',
  changed: 'reader_contactChanged',
  second: 'reader_contactSecond',
  sent: 'reader_contactSent',
  answered: 'reader_contactAnswered',
  accepted: 'reader_contactAccepted',
  declined: 'reader_contactDeclined',
  joined: 'reader_contactJoined',
  renewed: 'reader_contactRenewed',
  revoked: 'reader_contactRevoked',
  told: 'reader_contactTold',
  locked: 'reader_contactLocked',
  unusable: 'reader_contactUnusable',
};

export function contactWords({ status, name }: ContactReading): StateWords {
  const words = t(contactKeys[status], personName(name));
  if (status === 'changed' || status === 'second') return { tone: 'bad', icon: 'warning', words };
  if (status === 'unusable' || status === 'revoked') return { tone: 'bad', icon: 'cross', words };
  const tone = status === 'decide' || status === 'locked' ? 'wait' : 'calm';
  return { tone, icon: status === 'locked' ? 'lock' : 'person', words };
}

/** What the state of a reading is called in `data-state`. */
export function stateName(reading: Reading): string {
  if (reading.kind === 'part') return 'part';
  return reading.kind === 'contact' ? `contact-${reading.status}` : reading.state;
}
