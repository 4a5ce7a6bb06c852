/** Sotto's own window, opened from a frame: the one place where a passphrase is asked for. */
import * as v from 'valibot';
import type { RequestBody } from '../protocol/core';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

type View = RequestBody<'window.open'>['view'];

export type OwnWindow = {
  /** Brings the window that shows this view to the front, or opens one. */
  readonly show: (view: View) => Promise<void>;
};

export function createOwnWindow({ runtime, session, windows }: Platform): OwnWindow {
  const last = sessionCell(
    session,
    'ownWindow',
    v.nullable(v.strictObject({ window: v.number(), view: v.string() })),
    null,
  );

  const focus = async (window: number): Promise<boolean> => {
    try {
      await windows.update(window, { focused: true });
      return true;
    } catch {
      // The person closed it.
      return false;
    }
  };

  return {
    show: async (view) => {
      const open = await last.get();
      if (open?.view === view && (await focus(open.window))) return;
      const { id } = await windows.create({
        url: runtime.getURL(addressOf(view)),
        type: 'popup',
        width: 440,
        height: 680,
      });
      await last.update(() => [id === undefined ? null : { window: id, view }, undefined]);
    },
  };
}

/** The app shows first run and unlocking before any view; a window to unlock closes when it is done. */
function addressOf(view: View): string {
  if (view === 'unlock') return 'popup/index.html#unlock';
  return view === 'start' ? 'popup/index.html?view=full' : `popup/index.html?view=full#${view}`;
}
