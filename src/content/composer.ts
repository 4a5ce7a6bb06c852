/**
 * The composer in the page: a pill beside an unencrypted box, or over the box and its buttons in an encrypted chat.
 * The messenger's area keeps its place in the layout and is given the composer's height, so the page grows with it.
 */
import * as v from 'valibot';
import type { ChatState } from '../protocol/core';
import { fromComposer, type FromComposer, type ToComposer } from '../protocol/port';
import { toErrorCode, type ErrorCode } from '../protocol/errors';
import type { HealthState } from '../protocol/health';
import { isEmpty, linesOf } from './box-text';
import { load } from './chunks';
import type { UploadFile, Uploads } from './files/answer-uploads';
import type { Covered, Guard, Guarded } from './guard';
import { scan } from '../wire/scanner';
import { measureLook } from './measure-look';
import { placeFrame, setImportant, type PlacedFrame } from './place-frame';
import { standAtBox } from './stand-at-box';
import { trackRect } from './track-rect';
import type { Turns } from './turns';
import type { OpenChat, Site, Writing } from './site';
import type { OpenWay, Way } from '../protocol/ways';
import type { WritingPart } from './writing-part';

type Shape = Extract<FromComposer, { type: 'shape' }>;

export type ComposerOptions = {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly writing: Writing;
  readonly guarded: Guarded;
  /** `beside`: the person writes in the side panel, and what stands here only says so. `panel`: this is the panel. */
  readonly where: 'page' | 'beside' | 'panel';
  /** What the box scrolls in, as the list does where an old message is edited in its row: seen nowhere else. */
  readonly within: HTMLElement | null;
  /** The person pastes this ciphertext themselves: settles when it stands in the list. Null: no more. */
  readonly onCopied: (wire: string | null) => Promise<void>;
  readonly send: (parts: readonly string[], progress: (part: number, total: number) => void) => Promise<void>;
  /** Through the site's own upload; settles once the file stands in the list. Null: not from where this stands. */
  readonly upload: UploadFile | null;
  readonly guard: Guard;
  /** What touches the box waits for its turn. */
  readonly turns: Turns;
  readonly onRefresh: () => void;
  /** The person gives up editing an old message. */
  readonly onCancel: () => void;
  readonly onLost: (reason: ErrorCode | null) => void;
};

export type Composer = {
  readonly host: HTMLElement;
  /** What the core says of the chat: decides whether the box is covered. */
  readonly update: (state: ChatState) => void;
  /** Text of the person's that was in the box: they may take it over. */
  readonly offer: (text: string) => void;
  /** The site edits the message with this ciphertext, or one without any. */
  readonly edit: (wire: string | null) => void;
  readonly editOver: () => void;
  /** Something was stopped that would have left the chat past the composer. */
  readonly stopped: (way: Way) => void;
  /** Something leaves the chat in the clear, and is let through. */
  readonly passed: (way: OpenWay) => void;
  /** After a send: the focus goes back to where the person writes. */
  readonly settle: () => void;
  /** How well the page is understood, for a mark beside the text. */
  readonly tellHealth: (state: HealthState) => void;
  /** Frees the box for ciphertext that the person copied in the side panel. */
  readonly letPaste: (on: boolean) => void;
  readonly remove: () => void;
};

/** Milliseconds between two words about a page that keeps taking the focus. */
const TELL_AGAIN = 1000;
/** Milliseconds, and the above, in which a focus that the page takes as an edit begins is brought back without a word. */
const EDIT_BEGINS = 1000;
/** CSS pixels of a messenger's empty box that the composer takes after, at most. */
const MOST_BOX = 120;
const ONE_LINE = 44;
/** Most of the window's height that the composer may take. */
const MAX_SHARE = 0.45;

export function placeComposer(options: ComposerOptions): Composer {
  const { site, chat, guarded } = options;
  const { box, area } = options.writing;
  const life = new AbortController();
  let loaded: WritingPart | null = null;
  let uploads: Uploads | null = null;
  /** Null until the core has said what this chat is: till then nothing typed reaches the box either. */
  let covered: boolean | null = null;
  let shape: Shape = { type: 'shape', shape: 'pill', width: 0, height: 0 };
  // Before anything of ours stretches it. A box may grow with its row, which grows with the composer.
  // One that holds ciphertext, as where an old message is edited, is as tall as no text of a person's.
  const mostBox = scan(linesOf(box)).length > 0 ? ONE_LINE : MOST_BOX;
  const boxHeight = Math.min(Math.round(box.getBoundingClientRect().height), mostBox);

  const frame: PlacedFrame = placeFrame(
    'composer',
    { conversation: chat.conversation, title: chat.title, limit: site.limit, newlines: site.newlines },
    (host) => {
      // At its width from the beginning: what it measures before it is shown is measured there.
      const { left, top, width } = area.getBoundingClientRect();
      setImportant(host, {
        position: 'fixed',
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${boxHeight}px`,
        zIndex: '2147483000',
        visibility: 'hidden',
      });
      (box.ownerDocument.body ?? box.ownerDocument.documentElement).append(host);
    },
    (message) => {
      const parsed = v.safeParse(fromComposer, message);
      if (parsed.success) receive(parsed.output);
    },
    (reason) => {
      remove();
      options.onLost(reason);
    },
  );
  const post = (message: ToComposer) => frame.post(message);

  const receive = (message: FromComposer) => {
    switch (message.type) {
      case 'shape':
        if (shape.shape === 'beside' && message.shape !== 'beside') void options.onCopied(null);
        shape = message;
        layOut();
        // As a site's own box is brought into sight, it and each line that is added to it.
        if (options.within) stand.area().scrollIntoView({ block: 'nearest' });
        return;
      case 'copied':
        void awaitPasted(message.ticket, message.wire);
        return;
      case 'send':
        void deliver(message.ticket, message.parts);
        return;
      case 'upload':
        // Asked for by a frame that was told what files there may be, which is when this stands.
        void uploads?.start(message);
        return;
      case 'cancelUpload':
        uploads?.cancel(message.ticket);
        return;
      case 'focused':
        // A pill or its menu takes no text: only what covers a box is written in.
        if (covered) options.guard.take(mine);
        return;
      case 'blurred':
        options.guard.lost();
        return;
      case 'leave':
        options.guard.release();
        return;
      case 'cancel':
        options.onCancel();
        return;
      case 'refresh':
        options.onRefresh();
        return;
    }
  };

  const deliver = async (ticket: string, parts: readonly string[]) => {
    try {
      await options.send(parts, (part, total) => post({ type: 'progress', ticket, part, total }));
      post({ type: 'sent', ticket });
    } catch (thrown) {
      post({ type: 'failed', ticket, failure: toErrorCode(thrown) });
    }
  };

  const awaitPasted = async (ticket: string, wire: string) => {
    await options.onCopied(wire);
    post({ type: 'sent', ticket });
  };
  /** Asked for by the panel, whose composer stands elsewhere. */
  let asked = false;
  const isPasting = () => asked || (shape.shape === 'beside' && options.where === 'page');

  let lastLook = '';
  if (options.where === 'beside') post({ type: 'panel' });
  if (!options.upload) post({ type: 'files', takes: 'not-here', most: null });
  const postLook = () => {
    const message: ToComposer = {
      type: 'look',
      look: measureLook(box),
      height: boxHeight,
      maxHeight: Math.round(window.innerHeight * MAX_SHARE),
    };
    const seen = JSON.stringify([message.look, message.maxHeight]);
    if (seen === lastLook) return;
    lastLook = seen;
    post(message);
  };

  const stand = standAtBox(options.writing, frame.host, options.within);
  const layOut = () => {
    postLook();
    const { width, height } = stand.area().getBoundingClientRect();
    const isShown = shape.height > 0 && width > 0 && height > 0;
    // The box is free, and what stands over it is the composer.
    if (isPasting()) stand.above(shape.height);
    else if (shape.shape === 'cover' || shape.shape === 'beside') stand.over(shape.height);
    else stand.atEdge(shape.width, shape.height);
    setImportant(frame.host, { visibility: isShown ? 'visible' : 'hidden' });
  };

  const focus = () => {
    frame.iframe.focus();
    post({ type: 'focus' });
  };

  const mine: Covered = {
    get area() {
      return stand.area();
    },
    host: frame.host,
    focus: () => {
      // While the person pastes in the box, what they type there by mistake goes nowhere.
      if (covered && !isPasting()) focus();
    },
    onTheft: () => reportTheft(),
    lets: (event) => isPasting() && (loaded?.passesPaste(event, options.writing) ?? false),
  };
  const keepOut = (on: boolean) => {
    if (on) guarded.covered.add(mine);
    else guarded.covered.delete(mine);
  };

  let told = 0;
  const reportTheft = () => {
    if (performance.now() - told < TELL_AGAIN) return;
    told = performance.now();
    post({ type: 'stolen' });
  };

  const cover = (on: boolean) => {
    if (covered === on) return;
    covered = on;
    keepOut(on);
    // The frame may have said that it has the focus before it was known that it covers a box.
    if (on && box.ownerDocument.activeElement === frame.host) options.guard.take(mine);
    // Also where the box stands in a shadow root.
    const hadFocus = on && stand.area().matches(':focus-within');
    // The focus only then: an editor that has lost it does not empty itself.
    if (on) {
      void options
        .turns(adoptText)
        .catch(() => undefined)
        .then(() => hadFocus && focus());
      // Here by the time that there is something to send.
      load('writing')
        .then((part) => {
          loaded = part;
          const { upload } = options;
          if (upload) uploads ??= part.answerUploads(site, upload, post, life.signal);
          return undefined;
        })
        .catch(() => undefined);
    }
  };

  const offer = (text: string) => post({ type: 'adopt', text });

  /** Text the person had begun in the messenger's box moves into the composer, where it stays unsent. */
  const adoptText = async () => {
    // What stands in the panel's is Sotto's own.
    if (isEmpty(box) || options.where === 'panel') return;
    const { clear } = await load('writing');
    const text = linesOf(box);
    // Nobody typed that: the site has an old message edited, or left one of ours there.
    if (scan(text).length > 0) return;
    guarded.inserting = true;
    try {
      await clear(box);
    } finally {
      guarded.inserting = false;
    }
    if (isEmpty(box)) offer(text);
  };

  let lastHealth: HealthState = 'working';
  const tellHealth = (state: HealthState) => {
    if (state === lastHealth) return;
    lastHealth = state;
    post({ type: 'health', state });
  };

  const remove = () => {
    life.abort();
    keepOut(false);
    stand.leave();
    frame.remove();
  };

  keepOut(true);
  trackRect(stand.area, layOut, life.signal);

  return {
    host: frame.host,
    update: (state) => {
      // The same chat switched off is the person's own doing: what they type next is meant for the page.
      if (covered && state.mode === 'off') options.guard.release();
      cover(state.mode !== 'off');
    },
    offer,
    edit: (wire) => {
      // Sites focus such a box once more when it is drawn: nothing was typed yet that could be lost to it.
      told = performance.now() + EDIT_BEGINS;
      post({ type: 'edit', wire });
      focus();
    },
    editOver: () => post({ type: 'edit-over' }),
    stopped: (way) => {
      post({ type: 'stopped', way });
      focus();
    },
    // What was opened by that, as a picker of reactions, keeps the focus.
    passed: (way) => post({ type: 'passed', way }),
    settle: () => {
      if (covered && options.where !== 'beside') focus();
    },
    tellHealth,
    letPaste: (on) => {
      asked = on;
      layOut();
    },
    remove,
  };
}
