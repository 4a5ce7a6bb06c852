import { t, type MessageKey } from '../../src/platform/i18n';
import type { Notifications } from '../../src/protocol/shapes';
import {
  giveBackNotifications,
  requestNotifications,
  useNotificationPermission,
} from '../core/notification-permission';
import { Button } from '../parts/button';
import { Note } from '../parts/note';

const choices = {
  none: 'notificationsNone',
  name: 'notificationsName',
  text: 'notificationsWithText',
} as const satisfies Record<Notifications, MessageKey>;

type Props = {
  readonly chosen: Notifications;
  /** Keeps the choice. */
  readonly onChoose: (choice: Notifications) => Promise<void>;
};

/** What notifications say. The choice is kept whatever the browser allows; where it allows none, this says so. */
export function NotificationChoice({ chosen, onChoose }: Props) {
  const allowed = useNotificationPermission();
  const isRefused = chosen !== 'none' && allowed === false;
  const choose = (choice: Notifications) => {
    // Some browsers close the popup for their question, so the choice is kept before it is answered.
    if (choice !== 'none') void requestNotifications();
    void onChoose(choice).then(() => (choice === 'none' ? giveBackNotifications() : undefined));
  };
  return (
    <section class="card stack">
      <fieldset aria-describedby="notifications-when">
        <legend>{t('notificationsTitle')}</legend>
        <p id="notifications-when" class="soft small">
          {t('notificationsText')}
        </p>
        <div class="choices">
          {(['none', 'name', 'text'] as const).map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name="notifications"
                checked={chosen === choice}
                onChange={() => choose(choice)}
              />
              <span>{t(choices[choice])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen === 'text' ? <Note kind="plain">{t('notificationsKept')}</Note> : null}
      <div role="alert" class="failure-place">
        {isRefused ? <Note kind="warn">{t('notificationsRefused')}</Note> : null}
      </div>
      {isRefused ? (
        <Button onPress={() => void requestNotifications()}>{t('notificationsAskAgain')}</Button>
      ) : null}
    </section>
  );
}
