import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ReplyBody } from '../../src/protocol/core';
import { sourceOf } from '../core/key-source';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { useKeptText } from '../core/use-kept-text';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { FileChoice } from '../parts/file-choice';
import { useToast } from '../parts/toast';
import { FoundCertificate } from './found-certificate';

type Found = ReplyBody<'contacts.inspect'>;
type Props = { readonly surface: Surface; readonly onAdded: () => Promise<void> };

/** From text or a file: first looked at, then added. What was pasted stays until it is added. */
export function ImportCertificate({ surface, onAdded }: Props) {
  const [text, setText] = useKeptText('certificate');
  const [found, setFound] = useState<Found>([]);
  const looking = useAction();
  const toast = useToast();
  const id = useId();
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found.length > 0) results.current?.focus();
  }, [found]);

  const look = () =>
    looking.run(async () => {
      setFound([]);
      setFound(await ask('contacts.inspect', { kind: 'text', text }));
    });
  const lookAtFile = (file: File) =>
    looking.run(async () => {
      setFound([]);
      setFound(await ask('contacts.inspect', await sourceOf(file)));
    });
  const onOneAdded = async (armored: string, name: string) => {
    const left = found.filter((one) => one.armored !== armored);
    setFound(left);
    if (left.length === 0) setText('');
    await onAdded();
    toast({ text: t('contactAdded', name) });
  };

  return (
    <section class="card stack" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('importTitle')}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <div class="field">
          <label for={`${id}text`}>{t('certificateField')}</label>
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
            {t('certificateHint')}
          </p>
        </div>
        <div class="button-row">
          <Button submit busy={looking.busy}>
            {t('lookAtIt')}
          </Button>
          <FileChoice surface={surface} view="contacts" onFile={(file) => void lookAtFile(file)} />
        </div>
        <Failure of={looking.failure} id={`${id}failure`} />
      </form>
      <div ref={results} tabIndex={-1} aria-live="polite" class="stack">
        {found.map((one) => (
          <FoundCertificate
            key={one.contact.contact}
            found={one}
            onAdded={() => onOneAdded(one.armored, one.contact.name)}
          />
        ))}
      </div>
    </section>
  );
}
