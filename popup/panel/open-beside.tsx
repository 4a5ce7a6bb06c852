import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../src/platform/browser';
import { t } from '../../src/platform/i18n';
import { openSidePanel } from '../../src/platform/side-panel';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';

/** Opens the chat in the side panel of the window that the popup stands in. */
export function OpenBeside() {
  const opening = useAction();
  // Known before the click: browsers open the panel in the click itself or not at all.
  const [windowId, setWindow] = useState<number | null>(null);
  useEffect(() => {
    browser.windows.getCurrent().then(
      ({ id }) => setWindow(id ?? null),
      () => undefined,
    );
  }, []);
  if (windowId === null) return null;
  const open = () => {
    const opened = openSidePanel(windowId);
    void opening.run(async () => {
      await opened;
      window.close();
    });
  };
  return (
    <div class="stack">
      <Button icon="page" busy={opening.busy} onPress={open}>
        {t('openBeside')}
      </Button>
      <p class="small soft">{t('openBesideHint')}</p>
      <Failure of={opening.failure} />
    </div>
  );
}
