import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { SottoError } from '../../src/protocol/errors';
import type { Seal } from '../../src/protocol/shapes';
import { errorText } from '../core/error-text';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Mark } from '../parts/icon';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';
import { SealBadge } from '../parts/seal-chooser';

type Props = { readonly seal: Seal | null; readonly onUnlocked: () => Promise<void> };

export function Unlock({ seal, onUnlocked }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const unlocking = useAction();
  const wait = useWait(unlocking.failure);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const unlock = async () => {
    if (wait > 0 || passphrase === '') {
      field.current?.focus();
      return;
    }
    const done = await unlocking.run(async () => {
      await ask('vault.unlock', { passphrase });
    });
    if (done) {
      setPassphrase('');
      await onUnlocked();
    } else {
      field.current?.select();
    }
  };

  const later = isTryLater(unlocking.failure);
  return (
    <main class="start">
      <div class="start-brand">
        <Mark />
        <h1>{t('lockedTitle')}</h1>
        {seal === null ? null : <SealBadge seal={seal} />}
      </div>
      <p class="soft">{t('lockedText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <PassphraseField
          value={passphrase}
          onInput={setPassphrase}
          purpose="current"
          readOnly={unlocking.busy}
          describedBy="unlock-failure"
          invalid={unlocking.failure !== null && !later}
          field={field}
        />
        {later ? (
          <>
            {/* Said once; the seconds below run on in silence. */}
            <p role="alert" class="unseen">
              {errorText(unlocking.failure)}
            </p>
            <div role="timer" id="unlock-failure">
              <Note kind="warn">{wait > 0 ? t('unlockWait', `${wait}`) : t('unlockAgain')}</Note>
            </div>
          </>
        ) : (
          <Failure of={unlocking.failure} id="unlock-failure" />
        )}
        <Button kind="main" submit busy={unlocking.busy} unavailable={wait > 0}>
          {t('unlock')}
        </Button>
        <output class="small soft">{unlocking.busy ? t('unlocking') : ''}</output>
      </form>
    </main>
  );
}

const isTryLater = (failure: unknown): failure is SottoError =>
  failure instanceof SottoError && failure.code === 'try_later';

/** Whole seconds until the core will listen again, counted down; 0 when it will. */
function useWait(failure: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = isTryLater(failure) ? Number.parseInt(failure.detail, 10) || 0 : 0;
    setLeft(seconds);
    if (seconds === 0) return undefined;
    const end = performance.now() + seconds * 1000;
    const ticking = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(ticking);
    }, 250);
    return () => clearInterval(ticking);
  }, [failure]);
  return left;
}
