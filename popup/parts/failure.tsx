import { errorText } from '../core/error-text';
import { Icon } from './icon';

/** The sentence for what went wrong, beside the control that it went wrong with; nothing when all is well. */
export function Failure({ of: thrown, id }: { readonly of: unknown; readonly id?: string }) {
  return (
    <div role="alert" id={id} class="failure-place">
      {thrown === null || thrown === undefined ? null : (
        <p class="note bad">
          <Icon name="alert" />
          <span>{errorText(thrown)}</span>
        </p>
      )}
    </div>
  );
}
