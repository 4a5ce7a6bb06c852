/** The files that wait or are on their way, each with what can be done about it. */
import { t, type MessageKey } from '../../../platform/i18n';
import type { ErrorCode } from '../../../protocol/errors';
import { failureSentence } from '../../failure';
import { safeFileName, sizeWords } from '../../files/file-words';
import { Icon } from '../../icons';
import type { Outbox, OutgoingFile } from './outbox';

type Props = { readonly outbox: Outbox; readonly retry: () => void };

export function FileTray({ outbox, retry }: Props) {
  const files = outbox.files();
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label={t('files_label')}>
      {files.map((file) => (
        <FileLine key={file.id} file={file} outbox={outbox} retry={retry} />
      ))}
    </ul>
  );
}

function FileLine({ file: { id, file, state }, outbox, retry }: Props & { readonly file: OutgoingFile }) {
  const name = safeFileName(file.name);
  const underway = state.kind === 'sealing' || state.kind === 'uploading' || state.kind === 'telling';
  const said = wordsOf(state);
  return (
    <li class="file" data-state={state.kind}>
      <Icon name="file" />
      <bdi class="file-name" title={name}>
        {name}
      </bdi>
      <span class="file-size">{sizeWords(file.size)}</span>
      {underway && (
        <progress
          aria-label={said}
          max={1}
          value={state.kind === 'sealing' ? state.share : state.kind === 'telling' ? 1 : undefined}
        />
      )}
      <button
        type="button"
        class="bare"
        aria-label={t(underway ? 'files_cancel' : 'files_remove', name)}
        title={t(underway ? 'files_cancel' : 'files_remove', name)}
        onClick={() => outbox.remove(id)}
      >
        <Icon name="cross" />
      </button>
      {said !== undefined && (
        <span class="file-words" role={state.kind === 'failed' ? 'alert' : 'status'}>
          {said}
        </span>
      )}
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

/** What another try does not change. */
const hopeless: ReadonlySet<ErrorCode> = new Set([
  'site_no_files',
  'site_files_unknown',
  'site_pictures_only',
  'site_kinds_only',
  'site_file_too_large',
  'panel_no_files',
]);

const words: Record<Exclude<OutgoingFile['state']['kind'], 'sealing' | 'failed'>, MessageKey | null> = {
  waiting: null,
  uploading: 'files_uploading',
  telling: 'composer_sending',
  'by-hand': 'files_byHand',
};

function wordsOf(state: OutgoingFile['state']): string | undefined {
  if (state.kind === 'failed') return failureSentence(state.failure);
  if (state.kind === 'sealing') return t('files_sealing', String(Math.floor(state.share * 100)));
  const key = words[state.kind];
  return key === null ? undefined : t(key);
}
