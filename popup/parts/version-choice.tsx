import { useId } from 'preact/hooks';
import { t } from '../../src/platform/i18n';

type Props = { readonly version: 4 | 6; readonly onChoose: (version: 4 | 6) => void };

export function VersionChoice({ version, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{t('versionLegend')}</legend>
      <label class="choice">
        <input type="radio" name={name} checked={version === 4} onChange={() => onChoose(4)} />
        <span>{t('version4')}</span>
      </label>
      <label class="choice">
        <input type="radio" name={name} checked={version === 6} onChange={() => onChoose(6)} />
        <span>{t('version6')}</span>
      </label>
    </fieldset>
  );
}
