import { useRef } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { openAsPage, type Surface, type View } from '../core/surface';
import { Button } from './button';

type Props = {
  readonly surface: Surface;
  /** The view that asks, to be opened as a page. */
  readonly view: View;
  /** "From a file" unless a file is all there is to choose. */
  readonly label?: string;
  /** Keys and certificates unless something else is wanted. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
};

const keys = '.asc,.pgp,.gpg,.key,.txt,application/pgp-keys';

/** A popup closes when the file dialog opens, so there the way to a file leads over the full page. */
export function FileChoice({ surface, view, label, accept = keys, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    if (surface === 'popup') void openAsPage(view);
    else input.current?.click();
  };
  return (
    <>
      <Button kind={label === undefined ? 'quiet' : 'plain'} onPress={choose}>
        {label ?? t('fromFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label ?? t('fromFile')}
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
