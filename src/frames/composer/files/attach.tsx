/** The ways in which a file gets into the composer: picked, dropped or pasted. */
import { useRef } from 'preact/hooks';
import { t } from '../../../platform/i18n';
import { Icon } from '../../icons';
import type { Outbox } from './outbox';

/** A button that opens the browser's own dialog. */
export function AttachButton({ outbox }: { readonly outbox: Outbox }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label={t('files_attach')}
        title={t('files_attach')}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files_attach')}
        onChange={() => {
          outbox.add([...(input.current?.files ?? [])]);
          // So that the same file can be chosen again.
          if (input.current) input.current.value = '';
        }}
      />
    </>
  );
}

/** Files in what is pasted or dropped; none where there is text too, as when cells of a table are copied. */
export function filesIn(transfer: DataTransfer | null): readonly File[] {
  return !transfer || transfer.types.includes('text/plain') ? [] : [...transfer.files];
}

/** Handlers for the element onto which files may be dropped. `onOver` hears whether files hang over it. */
export function dropHandlers(outbox: Outbox, onOver: (over: boolean) => void) {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  return {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      onOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (currentTarget instanceof Node && currentTarget.contains(relatedTarget as Node | null)) return;
      onOver(false);
    },
    onDrop: (event: DragEvent) => {
      onOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      outbox.add([...(event.dataTransfer?.files ?? [])]);
    },
  };
}
