/**
 * What the composer knows and does, apart from how it looks. It never throws: what goes wrong becomes a failure in
 * `delivery`, and the text stays.
 */
import type { ask as askCore } from '../ask';
import type { ChatState, ReplyBody } from '../../protocol/core';
import type { HealthState } from '../../protocol/health';
import type { ToComposer } from '../../protocol/port';
import { toFailure } from '../failure';
import { randomNonce } from '../random-nonce';
import { afterWord, isUnderway, ready, type Cargo } from './delivery';
import { createDeliveryKeeper, failed } from './delivery-keeper';
import { createEdit } from './edit';
import { createCounter, manyParts, mostParts } from './counter';
import { createHandCopy } from './hand-copy';
import { longestText } from './draft';
import { createKeptText } from './kept-text';
import { createLookUp } from './look-up';
import { noticeAfter, type Notice } from './notice';
import { createShipmentKeeper } from './shipment';
import type { Surroundings } from './surroundings';

type PageLook = Extract<ToComposer, { type: 'look' }>;
type View = Parameters<typeof askCore<'window.open'>>[1]['view'];

export type Model = ReturnType<typeof createModel>;

export function createModel({
  ask,
  limit,
  isAlive,
  post,
  isSeen,
  files,
  onChange,
  onText,
  onFocus,
}: Surroundings) {
  let chat: ChatState | null = null;
  let look: PageLook | null = null;
  let notice: Notice = 'none';
  let text = '';
  /** Text that stood in the messenger's box. The page may have put it there, so it is no part of the draft yet. */
  let offer = '';
  let orphaned = false;
  let inPanel = false;
  let health: HealthState = 'working';
  let invitation: readonly string[] = [];
  const draft = createKeptText(
    () => text,
    () => edits.current()?.kept ?? null,
    (next) => setText(next),
    (changed) => ask('composer.saveDraft', { text: changed }),
  );

  const counter = createCounter(
    ask,
    () => text,
    limit,
    () => onChange(),
  );
  const shipments = createShipmentKeeper();

  const setText = (next: string) => {
    if (next === text) return;
    text = next;
    counter.changed();
    onText(text);
  };
  const setNotice = (next: Notice) => {
    notice = next;
    onChange();
  };
  const deliveries = createDeliveryKeeper(onChange, shipments.stoppedAt);
  const setDelivery = deliveries.set;

  /** While this holds, nothing else is sent, and the content script may have the focus on purpose. */
  const isBusy = () => isUnderway(deliveries.get()) || files.busy();
  const edits = createEdit({
    ask,
    text: () => text,
    setText,
    isLocked: () => chat === null || chat.locked,
    onOpen: () => {
      onChange();
      onFocus();
    },
    onFailure: (failure) => setDelivery(failed('message', failure)),
  });
  const beginEdit = (wire: string | null) => {
    draft.flush();
    setDelivery(ready);
    edits.begin(wire);
  };
  const endEdit = () => {
    if (edits.end() && !draft.isLoaded()) void refresh();
  };

  const takeLook = (reply: ReplyBody<'composer.look'>) => {
    chat = reply.chat;
    if (chat.locked) {
      draft.putAway();
      edits.putAway();
      setText('');
    } else if (edits.current()) void edits.open();
    // The draft comes back once the edit is over.
    else draft.takeBack(reply.draft);
    if (notice === 'waiting-for-answer' || notice === 'blocked') notice = 'none';
    onChange();
  };
  const refresh = createLookUp(ask, isAlive, takeLook, onChange);

  /** @param before how many of the parts have been sent already */
  const ship = (cargo: Cargo, ticket: string, parts: readonly string[], before = 0) => {
    byHand.shipped(ticket, cargo === 'message' ? parts : null);
    setDelivery({
      kind: 'sending',
      cargo,
      ticket,
      before,
      part: before + 1,
      total: parts.length,
      slow: false,
    });
    post({ type: 'send', ticket, parts: parts.slice(before) });
  };
  const readers = () => (chat?.members ?? []).map(({ contact }) => contact).join(' ');
  /** Does something at the core that changes this chat, and tells the content script to look again. */
  const change = async (name: 'composer.turnOff' | 'composer.turnOn') => {
    draft.flush();
    try {
      await ask(name, {});
      setDelivery(ready);
      post({ type: 'refresh' });
    } catch (thrown) {
      setDelivery(failed('message', toFailure(thrown)));
    }
    await refresh();
  };

  const invite = async () => {
    if (isUnderway(deliveries.get())) return;
    notice = 'none';
    setDelivery({ kind: 'encrypting', cargo: 'invitation' });
    if (!(await isSeen())) {
      notice = 'hidden';
      return setDelivery(ready);
    }
    try {
      const { parts } = await ask('composer.invite', {});
      invitation = parts;
      ship('invitation', randomNonce(), parts);
    } catch (thrown) {
      setDelivery(failed('invitation', toFailure(thrown)));
    }
    await refresh();
  };

  /** The reason for which Enter does not send now, if there is one. */
  const obstacle = (): Notice => {
    if (chat?.mode === 'inviting') return 'waiting-for-answer';
    if (chat?.mode === 'blocked') return 'blocked';
    if (text.length > longestText) return 'too-long';
    if (notice === 'stolen') return 'confirm';
    return 'none';
  };
  const send = async () => {
    const waits = !edits.current() && files.files().length > 0;
    if (!chat || chat.locked || isBusy() || (text.trim() === '' && !waits) || edits.current()?.open === false)
      return;
    if (!isAlive()) return onChange();
    const stop = obstacle();
    if (stop !== 'none') return setNotice(stop);
    const agreed = notice === 'many-parts' ? counter.last()?.parts : 0;
    notice = 'none';
    setDelivery({ kind: 'encrypting', cargo: 'message' });
    if (!(await isSeen())) {
      notice = 'hidden';
      return setDelivery(ready);
    }
    if (waits && !(await sendFiles())) return;
    const begun = edits.current() ? null : shipments.rest(text, readers());
    if (begun) return ship('message', begun.ticket, begun.parts, begun.sent);
    const size = await counter.count();
    if (size && size.parts > manyParts && size.parts !== agreed) {
      notice = size.parts > mostParts ? 'too-many-parts' : 'many-parts';
      return setDelivery(ready);
    }
    const edited = edits.current()?.wire;
    try {
      const { ticket, parts } = await ask('composer.encrypt', edited ? { text, edits: edited } : { text });
      if (!edits.current()) shipments.begin({ text, readers: readers(), ticket, parts });
      ship('message', ticket, parts);
    } catch (thrown) {
      setDelivery(failed('message', toFailure(thrown)));
      await refresh();
    }
  };

  /** True if there is a text to be sent behind them, which was not changed meanwhile. */
  const sendFiles = async (): Promise<boolean> => {
    const written = text;
    setDelivery(ready);
    if (!(await files.send())) return false;
    const goesOn = written === text && text.trim() !== '';
    setDelivery(goesOn ? { kind: 'encrypting', cargo: 'message' } : { kind: 'sent', cargo: 'message' });
    return goesOn;
  };

  const finishMessage = (ticket: string) => {
    shipments.end();
    if (edits.current()) return endEdit();
    setText('');
    draft.forget();
    if (chat?.locked) draft.emptyLater();
    ask('composer.sent', { ticket }).catch(() => {
      // The core keeps an old draft then; this empties it.
      draft.changed();
    });
  };

  const byHand = createHandCopy(deliveries.get, setDelivery, post, finishMessage);

  /** Says that the page took the focus. True if that is news, and may turn out to be wrong. */
  const focusTaken = (): boolean => {
    if (!chat || chat.locked || notice === 'stolen') return false;
    const isNews = notice !== 'confirm';
    setNotice('stolen');
    return isNews;
  };

  const hear = (word: ToComposer) => {
    files.hear(word);
    if (word.type === 'look') look = word;
    if (word.type === 'panel') inPanel = true;
    if (word.type === 'health') health = word.state;
    // The first offer stays until it is decided: a later one could slip in between reading and clicking.
    if (word.type === 'adopt' && offer === '' && word.text !== text) offer = word.text.trim();
    if (word.type === 'edit') beginEdit(word.wire);
    if (word.type === 'edit-over') endEdit();
    notice = noticeAfter(notice, word);
    if (word.type === 'focus') onFocus();
    if (word.type === 'stolen') focusTaken();
    const delivery = deliveries.get();
    const next = afterWord(delivery, word);
    if (next !== delivery) {
      if (next.kind === 'failed' && delivery.kind === 'sending') {
        shipments.stoppedAt(delivery);
        byHand.stuckAt(delivery.part);
      }
      setDelivery(next);
      if (next.kind === 'sent' && next.cargo === 'message' && word.type === 'sent')
        finishMessage(word.ticket);
    }
    onChange();
  };

  return {
    state: () => {
      orphaned ||= !isAlive();
      return {
        chat,
        look,
        delivery: deliveries.get(),
        notice,
        offer,
        orphaned,
        inPanel,
        health,
        size: counter.last(),
        edit: edits.state(),
      };
    },
    text: () => text,
    isBusy,
    refresh,
    hear,
    send,
    invite,
    turnOn: () => change('composer.turnOn'),
    turnOff: () => change('composer.turnOff'),
    retry: () => {
      const delivery = deliveries.get();
      if (delivery.kind !== 'failed') return;
      if (edits.current()?.open === false) void edits.open();
      else if (delivery.cargo === 'message') void send();
      else if (invitation.length > 0) ship('invitation', randomNonce(), invitation);
      else void invite();
    },
    byHand,
    open: (view: View) => {
      draft.flush();
      ask('window.open', { view }).catch((thrown: unknown) =>
        setDelivery(failed('message', toFailure(thrown))),
      );
    },
    typed: (next: string) => {
      text = next;
      if (!edits.current()) draft.changed();
      counter.changed();
      if (['failed', 'sent', 'copied'].includes(deliveries.get().kind)) setDelivery(ready);
      // The page's theft of the focus stays said until the person pressed Enter.
      // With the text it warned of all gone there is nothing left to check.
      if ((notice !== 'stolen' && notice !== 'confirm') || next === '') notice = 'none';
      onChange();
    },
    focusTaken,
    /** It was the person after all, changing to another tab. */
    notTaken: () => {
      if (notice === 'stolen') setNotice('none');
    },
    /** Makes the offered text the draft, where there is none yet. */
    takeOffer: () => {
      if (text !== '' || isUnderway(deliveries.get())) return;
      setText(offer);
      offer = '';
      draft.changed();
      onChange();
      onFocus();
    },
    dropOffer: () => {
      offer = '';
      onChange();
      onFocus();
    },
    /** Escape while an old message is edited: true if that is what it means now. */
    cancelEdit: () => {
      if (!edits.current() || isBusy()) return false;
      post({ type: 'cancel' });
      return true;
    },
    saveNow: draft.flush,
  };
}
