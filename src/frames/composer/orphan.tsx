/** What is left of the composer when Sotto was updated under it: the text, to be copied. It can ask for no words any more. */
import { textareaTraits } from './textarea-traits';

/** Fetched while the extension still ran. */
type OrphanWords = { readonly label: string; readonly gone: string };

type Props = { readonly words: OrphanWords; readonly text: string };

/** Rows shown at most. */
const tallest = 6;

export function Orphan({ words, text }: Props) {
  return (
    <div class="cover" data-tone="bad">
      {text !== '' && (
        <div class="box">
          <textarea
            {...textareaTraits}
            rows={Math.min(tallest, text.split('\n').length)}
            aria-label={words.label}
            readOnly
            value={text}
          />
        </div>
      )}
      <div class="below">
        <p class="line" data-tone="bad" role="alert">
          {words.gone}
        </p>
      </div>
    </div>
  );
}
