/**
 * A message's way through the messenger: into its box, read back, its own send, seen in the list. Parts go one by one.
 * Whatever fails, nothing but ciphertext was in the page, and the caller still has the text.
 */
import { SottoError } from '../protocol/errors';
import { isMessageToken } from '../wire/frame';
import { scan } from '../wire/scanner';
import { boxText, linesOf } from './box-text';
import { holds, isEmpty } from './box-text';
import { clear, insert } from './insert';
import { likelyButton } from './likely-button';
import { pressButton, pressEnter, type EnterKey } from './press';
import type { Delivery, Site, Writing } from './site';
import { waitFor } from './wait-for';

/** Milliseconds until a message that was sent must stand in the list. */
const APPEAR = 15_000;
/** Milliseconds after which a press that left the box full counts as ignored. */
const TAKEN = 1200;

export type SendContext = {
  readonly site: Site;
  /** Where the chat is written in now; null while there is no box. */
  readonly writing: () => Writing | null;
  /** Still the chat that the text was written for. */
  readonly sameChat: () => boolean;
  /** How the message stands in the list; null while it does not. */
  readonly delivery: (wire: string) => Delivery | null;
  /** Whether anything but our ciphertext came into the box meanwhile. */
  readonly intruded: () => boolean;
  /** Around the moments in which the box must take ciphertext from us. */
  readonly inserting: (on: boolean) => void;
  /** Text of the person's that stood in the box, which is about to be emptied. */
  readonly moveOut: (text: string) => void;
  readonly progress: (part: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** Throws SottoError site_no_box, site_refused, site_changed_chat or site_not_sent. */
export async function sendParts(context: SendContext, parts: readonly string[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    context.progress(index + 1, parts.length);
    if (index > 0) await pause(context.site.pace);
    await sendOne(context, part);
  }
}

async function sendOne(context: SendContext, ciphertext: string): Promise<void> {
  const { site } = context;
  requireSameChat(context);
  const writing = context.writing();
  if (!writing) throw new SottoError('site_no_box');
  const { box } = writing;
  // The list is looked through for the token alone: before an invitation stands a sentence.
  const [written] = scan(ciphertext);
  const delivery = () => context.delivery(written?.wire ?? ciphertext);
  // A part that an earlier attempt did send after all. An invitation is sent again on purpose.
  if (written?.form === 'token' && isMessageToken(written.wire) && delivery() === 'sent') return;
  const failedBefore = delivery() === 'failed';
  context.inserting(true);
  try {
    // A draft that the site brought back is the person's: it goes neither out nor lost.
    if (!isEmpty(box) && scan(boxText(box)).length === 0) context.moveOut(linesOf(box));
    await insert(site.insert, box, ciphertext);
    if (context.intruded()) throw new SottoError('site_refused');
    // The page had time to switch chats or to change the box while we waited: look once more, then press at once.
    requireSameChat(context);
    await press(context, writing, ciphertext, delivery);
    context.inserting(false);
    // The sentence before an invitation that fills a message of its own: nothing follows it in the list.
    if (!written) return;
    const outcome = await waitFor(() => finalDelivery(delivery(), failedBefore), APPEAR, context.signal);
    if (outcome !== 'sent') throw new SottoError('site_not_sent');
  } catch (thrown) {
    // What is in the box now is ciphertext, or what got in while it was put there: neither is to stay.
    if (box.isConnected && context.sameChat() && !isEmpty(box)) {
      context.inserting(true);
      await clear(box);
    }
    throw thrown;
  } finally {
    context.inserting(false);
  }
}

/** @param failedBefore the same ciphertext stood there as failed already: that is no news of this attempt */
function finalDelivery(delivery: Delivery | null, failedBefore: boolean): Delivery | null {
  return delivery === 'pending' || (failedBefore && delivery === 'failed') ? null : delivery;
}

async function press(
  context: SendContext,
  { box, sendButton }: Writing,
  ciphertext: string,
  delivery: () => Delivery | null,
): Promise<void> {
  const taken = () => !box.isConnected || isEmpty(box) || (delivery() ?? 'failed') !== 'failed';
  const isReady = () => holds(box, ciphertext) && !context.intruded();
  const button = await waitFor(sendButton, BUTTON_APPEARS);
  if (button && isReady()) {
    pressButton(button);
    if (await waitFor(taken, TAKEN)) return;
  }
  requireSameChat(context);
  for (const key of sendKeys[context.site.enter]) {
    if (!isReady()) throw new SottoError('site_refused');
    pressEnter(box, key);
    if (await waitFor(taken, TAKEN)) return;
    requireSameChat(context);
  }
  // Nobody knows how this site sends.
  const likely = button ? null : likelyButton(box);
  if (likely && isReady()) {
    pressButton(likely);
    if (await waitFor(taken, TAKEN)) return;
  }
  throw new SottoError('site_not_sent');
}

/** An Enter that only breaks the line leaves the ciphertext in the box as it is: white space does not count. */
const sendKeys = {
  enter: ['plain'],
  'control-enter': ['control'],
  setting: ['plain', 'control'],
  none: [],
} as const satisfies Record<Site['enter'], readonly EnterKey[]>;

/** Many sites show their send button only once there is text. */
const BUTTON_APPEARS = 300;

function requireSameChat(context: SendContext): void {
  if (!context.sameChat()) throw new SottoError('site_changed_chat');
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
