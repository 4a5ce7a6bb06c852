/** What stood in the messenger's box when it was covered: the person says whether it becomes the draft. */
import { t } from '../../platform/i18n';
import { GuardedButton } from '../guarded-button';
import { excerpt } from '../person-name';
import type { Model } from './model';
import { Question } from './question';

export function Offer({ model, active }: { readonly model: Model; readonly active: boolean }) {
  const { offer } = model.state();
  if (offer === '') return null;
  return (
    <Question words={t('composer_offer', excerpt(offer))} takesFocus={false}>
      {model.text() === '' && (
        <GuardedButton kind="link" active={active} label={t('composer_offerTake')} act={model.takeOffer} />
      )}
      <GuardedButton kind="link" active={active} label={t('composer_offerDrop')} act={model.dropOffer} />
    </Question>
  );
}
