/** The files that wait or are on their way, each with what can be done about it. */
import { t, type MessageKey } from '../../../platform/i18n';
import type { ErrorCode } from '../../../protocol/errors';
import { failureSentence } from '../../failure';
import { safeFileName, sizeWords } from '../../files/file-words';
import { Icon } from '../../icons';
import { mostFiles, type Outbox } from './outbox';
import type { Details, FileState, OutgoingFile } from './outgoing';

type Props = { readonly outbox: Outbox; readonly retry: () => void };

export function FileTray({ outbox, retry }: Props) {
  const files = outbox.files();
  if (files.length === 0) return null;
  return (
    <>
      <ul class="files" aria-label={t('files_label')}>
        {files.map((file) => (
          <FileLine key={file.id} file={file} outbox={outbox} retry={retry} />
        ))}
      </ul>
      {outbox.leftOut() > 0 && (
        <p class="left-out" role="alert">
          {t('files_leftOut', String(mostFiles), String(outbox.leftOut()))}
        </p>
      )}
    </>
  );
}

type LineProps = Props & { readonly file: OutgoingFile };

function FileLine({ file, outbox, retry }: LineProps) {
  const { id, state } = file;
  const name = safeFileName(file.file.name);
  const underway = state.kind === 'sealing' || state.kind === 'uploading' || state.kind === 'telling';
  const said = wordsOf(state);
  const removal = t(underway ? 'files_cancel' : 'files_remove', name);
  return (
    <li class="file" data-state={state.kind}>
      <Icon name="file" />
      <bdi class="file-name" title={name}>
        {name}
      </bdi>
      <span class="file-size">{sizeWords(file.file.size)}</span>
      {state.kind !== 'telling' && (
        <button
          type="button"
          class="bare"
          aria-label={removal}
          title={removal}
          onClick={() => outbox.remove(id)}
        >
          <Icon name="cross" />
        </button>
      )}
      {underway && (
        <progress
          aria-label={said}
          max={1}
          value={state.kind === 'sealing' ? state.share : state.kind === 'telling' ? 1 : undefined}
        />
      )}
      {said !== undefined && (
        <span class="file-words" role={state.kind === 'failed' ? 'alert' : 'status'}>
          {said}
        </span>
      )}
      {!underway && <DetailsLine file={file} name={name} outbox={outbox} />}
      {state.kind === 'failed' && state.failure.code !== 'file_too_large' && !outbox.busy() && (
        <span class="file-actions">
          {!hopeless.has(state.failure.code) && (
            <button type="button" class="link" onClick={(event) => event.isTrusted && retry()}>
              {t('composer_retry')}
            </button>
          )}
          <button
            type="button"
            class="link"
            onClick={(event) => event.isTrusted && void outbox.saveSealed(id)}
          >
            {t('files_saveSealed')}
          </button>
        </span>
      )}
    </li>
  );
}

/** What becomes of a picture's hidden details, and the switch that keeps them. */
function DetailsLine({
  file: { id, details, open },
  name,
  outbox,
}: {
  readonly file: OutgoingFile;
  readonly name: string;
  readonly outbox: Outbox;
}) {
  const key = detailsWords[details];
  if (key === null) return null;
  return (
    <span class="file-details" data-details={details}>
      <output>{t(key)}</output>
      {open && (
        <label>
          <input
            type="checkbox"
            checked={details === 'kept'}
            aria-label={`${t('files_asItIs')}: ${name}`}
            onChange={(event) => outbox.sendAsItIs(id, event.currentTarget.checked)}
          />
          {t('files_asItIs')}
        </label>
      )}
    </span>
  );
}

const detailsWords: Record<Details, MessageKey | null> = {
  nothing: null,
  looking: 'files_looking',
  removed: 'files_removed',
  kept: 'files_kept',
  malformed: 'files_malformed',
  unknown: 'files_unknown',
};

/** What another try does not change. */
const hopeless: ReadonlySet<ErrorCode> = new Set([
  'site_no_files',
  'site_files_unknown',
  'site_pictures_only',
  'site_kinds_only',
  'site_file_too_large',
  'panel_no_files',
]);

const words: Record<Exclude<FileState['kind'], 'sealing' | 'failed'>, MessageKey | null> = {
  waiting: null,
  uploading: 'files_uploading',
  telling: 'composer_sending',
  'by-hand': 'files_byHand',
};

function wordsOf(state: FileState): string | undefined {
  if (state.kind === 'failed') return failureSentence(state.failure);
  if (state.kind === 'sealing') return t('files_sealing', String(Math.floor(state.share * 100)));
  const key = words[state.kind];
  return key === null ? undefined : t(key);
}
