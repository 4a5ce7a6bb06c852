import { t, type MessageKey } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { Settings } from '../../src/protocol/core';
import { useAction } from '../core/use-action';
import { Failure } from '../parts/failure';
import { Switch } from '../parts/switch';
import { NotificationChoice } from './notification-choice';

const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const satisfies Record<
  Settings['theme'],
  MessageKey
>;
const minuteChoices = [1, 5, 15, 30, 60, 240, 0];

type Props = { readonly settings: Settings; readonly onChanged: () => Promise<void> };

/** Each choice is kept as it is made. */
export function SettingsView({ settings, onChanged }: Props) {
  const saving = useAction();
  const keep = async (change: Partial<Settings>) => {
    await saving.run(async () => {
      await ask('settings.set', { ...settings, ...change });
      await onChanged();
    });
  };
  const save = (change: Partial<Settings>) => void keep(change);
  const minutes = minuteChoices.includes(settings.lockAfterMinutes)
    ? minuteChoices
    : [settings.lockAfterMinutes, ...minuteChoices];
  return (
    <div class="stack">
      <section class="card stack" aria-labelledby="locking">
        <h2 id="locking">{t('lockingTitle')}</h2>
        <div class="field">
          <label for="lock-after">{t('lockAfter')}</label>
          <select
            id="lock-after"
            value={`${settings.lockAfterMinutes}`}
            onChange={(event) => save({ lockAfterMinutes: Number(event.currentTarget.value) })}
          >
            {minutes.map((count) => (
              <option key={count} value={`${count}`} selected={count === settings.lockAfterMinutes}>
                {minutesText(count)}
              </option>
            ))}
          </select>
        </div>
        <Switch
          label={t('lockOnScreenLock')}
          on={settings.lockOnScreenLock}
          onSwitch={(lockOnScreenLock) => save({ lockOnScreenLock })}
        />
      </section>
      <NotificationChoice
        chosen={settings.notifications}
        onChoose={(notifications) => keep({ notifications })}
      />
      <section class="card">
        <fieldset>
          <legend>{t('themeTitle')}</legend>
          <div class="choices across">
            {(['system', 'light', 'dark'] as const).map((theme) => (
              <label key={theme} class="choice">
                <input
                  type="radio"
                  name="theme"
                  checked={settings.theme === theme}
                  onChange={() => save({ theme })}
                />
                <span>{t(themes[theme])}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </section>
      <Failure of={saving.failure} />
    </div>
  );
}

function minutesText(count: number): string {
  if (count === 0) return t('lockAtExit');
  if (count === 1) return t('lockAfterOneMinute');
  return count % 60 === 0 && count > 60
    ? t('lockAfterHours', `${count / 60}`)
    : t('lockAfterMinutes', `${count}`);
}
