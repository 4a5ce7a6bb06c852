import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { KeySource, ReplyBody } from '../../src/protocol/core';
import { sourceOf } from '../core/key-source';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { FileChoice } from '../parts/file-choice';
import { useToast } from '../parts/toast';
import { FoundKeys } from './found-keys';

type Found = { readonly source: KeySource; readonly keys: ReplyBody<'identity.inspect'> };
type Props = { readonly surface: Surface; readonly onAdded: () => Promise<void> };

/** A key from another program: looked at first, then unlocked and kept. */
export function ImportKey({ surface, onAdded }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const looking = useAction();
  const toast = useToast();
  const id = useId();
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== null) results.current?.focus();
  }, [found]);

  const look = (read: () => Promise<KeySource>) =>
    looking.run(async () => {
      setFound(null);
      const source = await read();
      setFound({ source, keys: await ask('identity.inspect', { source }) });
    });
  const onImported = async (count: number) => {
    setText('');
    setFound(null);
    await onAdded();
    toast({ text: count > 1 ? t('keysImported', `${count}`) : t('keyImported') });
  };
  return (
    <>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void look(() => Promise.resolve({ kind: 'text', text }));
        }}
      >
        <div class="field">
          <label for={`${id}text`}>{t('keyField')}</label>
          <textarea
            id={`${id}text`}
            class="mono"
            rows={4}
            value={text}
            spellcheck={false}
            autocomplete="off"
            aria-describedby={`${id}hint ${id}failure`}
            aria-invalid={looking.failure !== null}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p id={`${id}hint`} class="small soft">
            {t('keyHint')}
          </p>
        </div>
        <div class="button-row">
          <Button submit busy={looking.busy}>
            {t('lookAtIt')}
          </Button>
          <FileChoice surface={surface} view="identity" onFile={(file) => void look(() => sourceOf(file))} />
        </div>
        <Failure of={looking.failure} id={`${id}failure`} />
      </form>
      <div ref={results} tabIndex={-1} aria-live="polite" class="stack">
        {found === null ? null : (
          <FoundKeys source={found.source} keys={found.keys} onImported={onImported} />
        )}
      </div>
    </>
  );
}
