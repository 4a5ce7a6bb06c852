import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { Failure } from './failure';
import { Button } from './button';
import { Icon } from './icon';
import { keepFocus } from '../core/keep-focus';
import { useAction } from '../core/use-action';

export type Toast = { readonly text: string; readonly undo?: () => Promise<void> };
type ShowToast = (toast: Toast | null) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Shows a line at the foot of the window. It stays until it is closed or another comes: nobody has to hurry. */
export const useToast = (): ShowToast => useContext(ToastContext);

export function ToastPlace({ children }: { readonly children: ComponentChildren }) {
  const [shown, setShown] = useState<{ toast: Toast; turn: number } | null>(null);
  const show = useCallback<ShowToast>((toast) => {
    setShown((before) => (toast === null ? null : { toast, turn: (before?.turn ?? 0) + 1 }));
  }, []);
  const close = () => {
    setShown(null);
    keepFocus();
  };
  return (
    <ToastContext.Provider value={show}>
      {children}
      <output class="toast-place">
        {shown === null ? null : <ToastLine key={shown.turn} toast={shown.toast} onClose={close} />}
      </output>
    </ToastContext.Provider>
  );
}

function ToastLine({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const undoing = useAction();
  const { undo } = toast;
  const line = useRef<HTMLDivElement>(null);
  // What was removed took the focus with it: Undo is the next thing somebody may want.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) line.current?.querySelector('button')?.focus();
  }, []);
  const onUndo = async () => {
    if (undo !== undefined && (await undoing.run(undo))) onClose();
  };
  return (
    <div class="toast" ref={line}>
      <div class="toast-line">
        <span>{toast.text}</span>
        {undo === undefined ? null : (
          <Button kind="quiet" busy={undoing.busy} onPress={() => void onUndo()}>
            {t('undo')}
          </Button>
        )}
        <button type="button" class="icon-button" aria-label={t('dismiss')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <Failure of={undoing.failure} />
    </div>
  );
}
