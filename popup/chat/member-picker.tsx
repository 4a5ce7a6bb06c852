import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { shortFingerprint } from '../parts/fingerprint';

type Props = {
  readonly chosen: readonly string[];
  /** Saving also switches encryption on. */
  readonly switchesOn: boolean;
  readonly onDone: (chosen: readonly string[]) => Promise<void>;
  readonly onCancel: () => void;
};

/** Chooses from the contacts who can read this chat. */
export function MemberPicker({ chosen, switchesOn, onDone, onCancel }: Props) {
  const contacts = useCore('contacts.list');
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const saving = useAction();
  const group = useRef<HTMLFieldSetElement>(null);
  const listed = contacts.data !== undefined;
  useEffect(() => group.current?.querySelector('input')?.focus(), [listed]);

  if (contacts.data === undefined) return <Failure of={contacts.failure} />;
  if (contacts.data.length === 0) {
    return (
      <div class="stack">
        <p class="soft">{t('pickerNobody')}</p>
        <div class="button-row">
          <Button onPress={() => (location.hash = 'contacts')}>{t('goToContacts')}</Button>
          <Button kind="quiet" onPress={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    );
  }
  const toggle = (contact: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(contact);
    else next.delete(contact);
    setPicked(next);
  };
  const nobody = picked.size === 0;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!nobody) void saving.run(() => onDone([...picked]));
      }}
    >
      <fieldset class="choices" ref={group}>
        <legend class="soft">{t('pickerLegend')}</legend>
        {contacts.data.map(({ contact, name, fingerprint }) => (
          <label key={contact} class="choice" aria-label={`${name} ${shortFingerprint(fingerprint)}`}>
            <input
              type="checkbox"
              checked={picked.has(contact)}
              onChange={(event) => toggle(contact, event.currentTarget.checked)}
            />
            <span>
              <span class="name">{name}</span>
              <span class="small soft mono"> {shortFingerprint(fingerprint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="button-row">
        <Button kind="main" submit busy={saving.busy} unavailable={nobody}>
          {switchesOn ? t('pickerSwitchOn') : t('save')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <Failure of={saving.failure} />
    </form>
  );
}
