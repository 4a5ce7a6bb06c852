import type { ComponentChildren } from 'preact';
import { t } from '../../src/platform/i18n';
import { Button } from './button';
import { Failure } from './failure';

type Props = {
  readonly children: ComponentChildren;
  /** Words of the button that does it. */
  readonly submit: string;
  readonly kind?: 'main' | 'danger';
  readonly busy: boolean;
  readonly failure: unknown;
  readonly onSubmit: () => unknown;
  readonly onCancel: () => void;
};

/** The form inside a dialog: what is asked, what went wrong, and two ways out. */
export function DialogForm({ children, submit, kind = 'main', busy, failure, onSubmit, onCancel }: Props) {
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      <Failure of={failure} />
      <div class="button-row">
        <Button kind={kind} submit busy={busy}>
          {submit}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
