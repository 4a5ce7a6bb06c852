/** The person's seal in a frame: what tells it from a forgery that the page painted. */
import { t } from '../platform/i18n';
import { sealColor, sealPicture } from '../platform/seal';
import type { Seal } from '../protocol/shapes';

export function SealMark({ seal }: { readonly seal: Seal | null }) {
  if (!seal) return null;
  return (
    <span
      class="seal"
      role="img"
      aria-label={t('frames_seal', sealPicture(seal))}
      title={t('frames_seal', sealPicture(seal))}
      style={{ background: sealColor(seal) }}
    >
      <span aria-hidden="true">{sealPicture(seal)}</span>
    </span>
  );
}

/** The same for the reader, which is plain DOM. Hidden from assistive software there: it would be read at each message. */
export function sealElement(seal: Seal): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'seal';
  mark.setAttribute('aria-hidden', 'true');
  mark.style.background = sealColor(seal);
  mark.dataset['picture'] = sealPicture(seal);
  return mark;
}
