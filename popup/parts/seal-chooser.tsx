import { useId } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { pictureCount, randomSeal, sealColor, sealPicture } from '../../src/platform/seal';
import type { Seal } from '../../src/protocol/shapes';
import { Button } from './button';

const pictures = Array.from({ length: pictureCount }, (_, picture) => picture);
const hues = Array.from({ length: 24 }, (_, step) => step * 15);

export function SealBadge({
  seal,
  size = 'small',
}: {
  readonly seal: Seal;
  readonly size?: 'small' | 'large';
}) {
  return (
    <span class={`seal ${size}`} style={{ background: sealColor(seal) }}>
      <span class="unseen">{t('yourSeal')}: </span>
      {sealPicture(seal)}
    </span>
  );
}

type Props = { readonly seal: Seal; readonly onChoose: (seal: Seal) => void };

/** A random seal to take as it is, or any picture on any colour. */
export function SealChooser({ seal, onChoose }: Props) {
  const name = useId();
  return (
    <div class="seal-chooser">
      <div class="seal-now">
        <SealBadge seal={seal} size="large" />
        <div>
          <p class="small soft">{t('sealPurpose')}</p>
          <Button icon="shuffle" onPress={() => onChoose(randomSeal())}>
            {t('sealShuffle')}
          </Button>
        </div>
      </div>
      <details>
        <summary>{t('sealPick')}</summary>
        <fieldset class="seal-grid">
          <legend>{t('sealPicture')}</legend>
          {pictures.map((picture) => (
            <label key={picture} class="seal-option">
              <input
                type="radio"
                name={`${name}picture`}
                checked={seal.picture === picture}
                onChange={() => onChoose({ ...seal, picture })}
              />
              <span>{sealPicture({ ...seal, picture })}</span>
            </label>
          ))}
        </fieldset>
        <fieldset class="seal-grid hues">
          <legend>{t('sealColor')}</legend>
          {hues.map((hue, step) => (
            <label key={hue} class="seal-option">
              <input
                type="radio"
                name={`${name}hue`}
                aria-label={t('sealColorNumber', `${step + 1}`)}
                checked={seal.hue === hue}
                onChange={() => onChoose({ ...seal, hue })}
              />
              <span style={{ background: sealColor({ ...seal, hue }) }} />
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
