/** What the card knows and does, apart from how it looks. Failures become `phase`; nothing is accepted twice. */
import type { ask as askCore } from '../ask';
import type { ReplyBody } from '../../protocol/core';
import type { FromPrompt, ToPrompt } from '../../protocol/port';
import type { ContactReading } from '../../protocol/reading';
import { toFailure, type Failure } from '../failure';
import { randomNonce } from '../random-nonce';

type Show = Extract<ToPrompt, { type: 'show' }>;
type View = Parameters<typeof askCore<'window.open'>>[1]['view'];

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'accepting' }
  | { readonly kind: 'answering'; readonly ticket: string }
  /** The certificate is pinned already; only the answer did not get out. */
  | { readonly kind: 'unanswered'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done' };

/** In these the card has something to ask. */
const undecided = new Set<string>([
  'decide',
  'changed',
  'second',
  'locked',
] satisfies ContactReading['status'][]);

type Surroundings = {
  readonly ask: typeof askCore;
  readonly post: (message: FromPrompt) => void;
  readonly onChange: () => void;
};

export type PromptModel = ReturnType<typeof createPromptModel>;

export function createPromptModel({ ask, post, onChange }: Surroundings) {
  let show: Show | null = null;
  let card: ReplyBody<'prompt.look'> | null = null;
  let phase: Phase = { kind: 'loading' };
  let answer: readonly string[] = [];

  const setPhase = (next: Phase) => {
    phase = next;
    onChange();
  };
  const finish = () => {
    setPhase({ kind: 'done' });
    post({ type: 'refresh' });
    post({ type: 'done' });
  };
  const sendAnswer = () => {
    const ticket = randomNonce();
    setPhase({ kind: 'answering', ticket });
    post({ type: 'send', ticket, parts: [...answer] });
  };

  /** Only while nothing was decided yet: an answer under way is not interrupted. */
  const refresh = async () => {
    if (!show || (phase.kind !== 'loading' && phase.kind !== 'asking' && phase.kind !== 'failed')) return;
    const { wire } = show;
    try {
      const looked = await ask('prompt.look', { wire });
      if (show?.wire !== wire) return;
      const { reading } = looked;
      if (reading.kind !== 'contact') {
        const code = reading.kind === 'closed' && reading.state === 'locked' ? 'locked' : 'bad_data';
        return setPhase({ kind: 'failed', failure: { code, detail: '' } });
      }
      card = looked;
      setPhase({ kind: 'asking' });
      // Decided meanwhile, in another window or by another card.
      if (!undecided.has(reading.status)) post({ type: 'done' });
    } catch (thrown) {
      setPhase({ kind: 'failed', failure: toFailure(thrown) });
    }
  };

  const decide = async (name: 'prompt.accept' | 'prompt.decline') => {
    const shown = card?.reading.kind === 'contact' ? card.reading.fingerprint : null;
    if (!show || !card || shown === null || phase.kind !== 'asking') return;
    const { wire } = show;
    const { previous } = card;
    setPhase({ kind: 'accepting' });
    try {
      if (name === 'prompt.accept') {
        answer = (await ask(name, { wire, fingerprint: shown, previous })).parts;
      } else {
        await ask(name, { wire, fingerprint: shown });
        answer = [];
      }
      if (answer.length > 0) sendAnswer();
      else finish();
    } catch (thrown) {
      setPhase({ kind: 'failed', failure: toFailure(thrown) });
    }
  };

  const hear = (word: ToPrompt) => {
    switch (word.type) {
      case 'show':
        if (word.wire !== show?.wire) {
          card = null;
          phase = { kind: 'loading' };
        }
        show = word;
        onChange();
        void refresh();
        break;
      case 'sent':
        if (phase.kind === 'answering' && phase.ticket === word.ticket) finish();
        break;
      case 'failed':
        if (phase.kind === 'answering' && phase.ticket === word.ticket) {
          setPhase({ kind: 'unanswered', failure: word.failure });
        }
        break;
    }
  };

  return {
    state: () => ({ show, card, phase }),
    hear,
    refresh,
    accept: () => decide('prompt.accept'),
    decline: () => decide('prompt.decline'),
    /** Sends the answer that did not get out once more, or looks again at what could not be looked at. */
    retry: () => {
      if (phase.kind === 'unanswered') sendAnswer();
      else void refresh();
    },
    open: (view: View) => {
      ask('window.open', { view }).catch((thrown: unknown) =>
        setPhase({ kind: 'failed', failure: toFailure(thrown) }),
      );
    },
  };
}
