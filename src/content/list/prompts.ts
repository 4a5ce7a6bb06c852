/** The cards for invitations: each in a frame of its own, never clipped, over the invitation's place in the list. */
import * as v from 'valibot';
import { toErrorCode } from '../../protocol/errors';
import { fromPrompt, type ToPrompt } from '../../protocol/port';
import { placeFrame, setImportant, type PlacedFrame } from '../place-frame';
import type { OpenChat, Site } from '../site';
import type { Anchor } from './anchor';
import type { Rect } from './geometry';
import { insideOf } from './scroller';

export type PromptSend = (parts: readonly string[]) => Promise<void>;

type Card = { readonly frame: PlacedFrame };

export type Prompts = {
  readonly want: (anchor: Anchor) => void;
  readonly unwant: (id: number) => void;
  readonly place: (shown: readonly { anchor: Anchor; rect: Rect }[]) => void;
  readonly remove: () => void;
};

/** Cards open at once; a list full of invitations is somebody's joke. */
const MOST_CARDS = 3;
/** CSS pixels: a card narrower than this cannot show a fingerprint to compare. */
const CARD_WIDTH = 300;

export function showPrompts(options: {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly scroller: HTMLElement;
  readonly send: PromptSend;
  readonly onRefresh: () => void;
  readonly isShown: (id: number) => boolean;
  readonly moved: () => void;
}): Prompts {
  const { site, chat, scroller } = options;
  const cards = new Map<number, Card>();

  const widthFor = ({ room }: Anchor) => Math.min(Math.max(room, CARD_WIDTH), scroller.clientWidth);
  const unwant = (id: number) => {
    cards.get(id)?.frame.remove();
    cards.delete(id);
  };

  const want = (anchor: Anchor) => {
    if (cards.has(anchor.id) || cards.size >= MOST_CARDS) return;
    const width = widthFor(anchor);
    const post = (message: ToPrompt) => frame.post(message);
    const frame = placeFrame(
      'prompt',
      { conversation: chat.conversation, title: chat.title, limit: site.limit, newlines: site.newlines },
      (host) => {
        setImportant(host, {
          position: 'absolute',
          left: '0',
          top: '0',
          width: `${width}px`,
          height: '0',
          zIndex: '4',
        });
        insideOf(scroller).append(host);
      },
      (message) => {
        const parsed = v.safeParse(fromPrompt, message);
        if (!parsed.success) return;
        switch (parsed.output.type) {
          case 'size':
            anchor.size = { width: widthFor(anchor), height: Math.ceil(parsed.output.height) };
            anchor.placeholder.set(anchor.size);
            options.moved();
            return;
          case 'send':
            void deliver(parsed.output.ticket, parsed.output.parts);
            return;
          case 'done':
            unwant(anchor.id);
            return;
          case 'refresh':
            options.onRefresh();
            return;
        }
      },
      () => cards.delete(anchor.id),
    );
    const deliver = async (ticket: string, parts: readonly string[]) => {
      try {
        await options.send(parts);
        post({ type: 'sent', ticket });
      } catch (thrown) {
        post({ type: 'failed', ticket, failure: toErrorCode(thrown) });
      }
    };
    cards.set(anchor.id, { frame });
    // Waits in the port until the frame has proved itself and listens.
    post({ type: 'show', wire: anchor.wire, look: anchor.look, width });
    options.moved();
  };

  return {
    want,
    unwant,
    place: (shown) => {
      for (const { anchor, rect } of shown) {
        const card = cards.get(anchor.id);
        if (!card) continue;
        // The list may be narrower by now: what hangs out of it cannot be pressed.
        const width = widthFor(anchor);
        const left = Math.max(0, Math.min(rect.x, scroller.clientWidth - width));
        setImportant(card.frame.host, {
          left: `${left}px`,
          top: `${rect.y}px`,
          width: `${width}px`,
          height: `${anchor.size.height}px`,
        });
      }
      for (const id of cards.keys()) if (!options.isShown(id)) unwant(id);
    },
    remove: () => {
      for (const id of cards.keys()) unwant(id);
    },
  };
}
