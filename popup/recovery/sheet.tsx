import { t } from '../../src/platform/i18n';
import { dateText } from '../core/date-text';
import { Mark } from '../parts/icon';
import { QrCode } from '../parts/qr-code';

/** What is printed, or written down by hand: the words in their order, and the same as a QR code. */
export function Sheet({ words }: { readonly words: readonly string[] }) {
  return (
    <article class="sheet stack">
      <header class="sheet-head">
        <Mark />
        <div>
          <h3>{t('sheetHeading')}</h3>
          <p class="small soft">{dateText(Date.now())}</p>
        </div>
      </header>
      <ol class="sheet-words" aria-label={t('sheetWords')}>
        {words.map((word, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a word may come twice, and its place is what it is
          <li key={at}>
            <span class="sheet-place">{at + 1}</span> {word}
          </li>
        ))}
      </ol>
      <div class="sheet-foot">
        <QrCode text={words.join(' ')} label={t('sheetQr')} />
        <p class="small">{t('sheetHow')}</p>
      </div>
    </article>
  );
}
