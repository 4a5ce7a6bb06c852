/** The person's seal in a frame: what tells it from a forgery that the page painted. */
import { t } from '../platform/i18n';
import { sealColor, sealPicture } from '../platform/seal';
import type { Seal } from '../protocol/shapes';

export function SealMark({ seal }: { readonly seal: Seal | null }) {
  if (!seal) return null;
  const words = t('frames_seal', sealPicture(seal));
  return (
    <span class="seal" title={words} style={{ background: sealColor(seal) }}>
      <span aria-hidden="true">{sealPicture(seal)}</span>
      <span class="unseen">{words}</span>
    </span>
  );
}

/** The same for the reader, which is plain DOM. Not read out there: it would be at each message. */
export function sealElement(seal: Seal): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'seal';
  mark.setAttribute('aria-hidden', 'true');
  mark.style.background = sealColor(seal);
  // Drawn by the style sheet, so that copying and searching find the messages only.
  mark.dataset['picture'] = sealPicture(seal);
  return mark;
}
