/** The browser's permission to show notifications, which the person gives and may take back at any time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../src/platform/browser';

const wanted = { permissions: ['notifications' as const] };

/** Call it in the click itself, before any await: browsers show their prompt for a person's own click only. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(wanted).catch(() => false);
}

export async function giveBackNotifications(): Promise<void> {
  await browser.permissions.remove(wanted).catch(() => false);
}

/** Whether the browser allows them now; null until that is known. */
export function useNotificationPermission(): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const look = useCallback(() => {
    browser.permissions.contains(wanted).then(setAllowed, () => setAllowed(false));
  }, []);
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(look);
    onRemoved.addListener(look);
    look();
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, [look]);
  return allowed;
}
