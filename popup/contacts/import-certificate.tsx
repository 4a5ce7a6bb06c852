import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ReplyBody } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import { openAsPage, type Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { useKeptText } from '../core/use-kept-text';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { useToast } from '../parts/toast';
import { FoundCertificate } from './found-certificate';

type Found = ReplyBody<'contacts.inspect'>;
type Props = { readonly surface: Surface; readonly onAdded: () => Promise<void> };

/** Certificate files are some kilobytes; base64 makes four characters of three bytes, and the core takes 2,000,000. */
const largestFile = 1_500_000;

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
      if (file.size > largestFile) throw new SottoError('too_large');
      setFound(await ask('contacts.inspect', { kind: 'file', base64: await readBase64(file) }));
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
          <FileChoice surface={surface} onFile={(file) => void lookAtFile(file)} />
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

type FileProps = { readonly surface: Surface; readonly onFile: (file: File) => void };

/** A popup closes when the file dialog opens, so there the way to a file leads over the full page. */
function FileChoice({ surface, onFile }: FileProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    if (surface === 'popup') void openAsPage('contacts');
    else input.current?.click();
  };
  return (
    <>
      <Button kind="quiet" onPress={choose}>
        {t('fromFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".asc,.pgp,.gpg,.key,.txt,application/pgp-keys"
        aria-label={t('fromFile')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file chosen again, after it was repaired, is a change too.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}

async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
