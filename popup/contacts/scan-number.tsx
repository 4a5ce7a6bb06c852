import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { loadScan } from '../core/load-scan';
import { readPicture } from '../core/picture';
import type { Surface } from '../core/surface';
import { FileChoice } from '../parts/file-choice';
import { Note } from '../parts/note';

type Props = {
  readonly surface: Surface;
  readonly name: string;
  /** What the other side's code says if nobody stands in between. */
  readonly code: string;
  readonly onMatch: () => void;
};
type Seen = 'nothing yet' | 'no code' | 'other' | 'foreign';

/** Reads the other's code from a picture of their screen: no eye slips over a digit then. */
export function ScanNumber({ surface, name, code, onMatch }: Props) {
  const [seen, setSeen] = useState<Seen>('nothing yet');
  const look = async (file: File) => {
    const text = await readPicture(file)
      .then(async (picture) => (await loadScan())(picture))
      .catch(() => null);
    if (text === code) onMatch();
    else setSeen(text === null ? 'no code' : text.startsWith('SOTTO SAFETY 1 ') ? 'other' : 'foreign');
  };
  return (
    <>
      <div>
        <FileChoice
          surface={surface}
          view="contacts"
          label={t('safetyScan')}
          accept="image/*"
          onFile={(file) => void look(file)}
        />
      </div>
      <div role="alert">
        {seen === 'nothing yet' ? null : (
          <Note kind={seen === 'other' ? 'bad' : 'warn'}>{t(sentences[seen], name)}</Note>
        )}
      </div>
    </>
  );
}

const sentences = {
  'no code': 'safetyNoCode',
  other: 'safetyOther',
  foreign: 'safetyForeign',
} as const;
