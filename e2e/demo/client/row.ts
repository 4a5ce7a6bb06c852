/** One row of the message list. Rows are recycled: the same element shows one message after another. */
import { nameOfUser, type Message } from '../protocol';
import { make, timeOf, toggle } from './dom';

/** A message as the list shows it: those not yet confirmed have `state` other than `sent`. */
export interface Shown extends Message {
  readonly state: 'sending' | 'sent' | 'failed';
}

export interface RowActions {
  readonly reply: (message: Shown) => void;
  readonly edit: (message: Shown, row: HTMLElement) => void;
  readonly pin: (message: Shown) => void;
  readonly remove: (message: Shown) => void;
  readonly quickReply: (text: string) => void;
  readonly retry: (message: Shown) => void;
  readonly find: (id: string) => Shown | undefined;
}

export class Row {
  readonly element = make('div', 'row');
  readonly #author = make('div', 'author');
  readonly #quote = make('div', 'quote');
  readonly #text = make('div', 'message-text', { dir: 'auto' });
  readonly #file = make('div', 'attachment');
  readonly #link = make('a');
  readonly #more = make('button', 'see-more', { type: 'button' });
  readonly #meta = make('div', 'meta');
  readonly #edit = make('button', '', { type: 'button', 'aria-label': 'Edit' });
  #message: Shown | undefined;
  #seeMoreAt: number | null = null;
  /** Ids of messages that were opened by "See more"; shared by all rows of a list. */
  readonly #opened: Set<string>;
  readonly #user: string;
  readonly #actions: RowActions;

  constructor(user: string, actions: RowActions, opened: Set<string>) {
    this.#user = user;
    this.#actions = actions;
    this.#opened = opened;
    const bubble = make('div', 'bubble');
    this.#more.textContent = 'See more';
    this.#file.append(this.#link);
    bubble.append(this.#author, this.#quote, this.#file, this.#text, this.#more, this.#meta);
    const tools = make('div', 'tools');
    const reply = make('button', '', { type: 'button', 'aria-label': 'Reply' });
    reply.textContent = '↩';
    this.#edit.textContent = '✎';
    const pin = make('button', '', { type: 'button', 'aria-label': 'Pin' });
    pin.textContent = '⊤';
    const remove = make('button', '', { type: 'button', 'aria-label': 'Delete' });
    remove.textContent = '🗑';
    const quick = make('button', 'quick-reply', { type: 'button', 'aria-label': 'Quick reply: OK' });
    quick.textContent = 'OK';
    const react = make('button', 'react', { type: 'button', 'aria-label': 'React', 'aria-pressed': 'false' });
    react.textContent = '♥';
    tools.append(reply, this.#edit, pin, remove, quick, react);
    pin.addEventListener('click', () => this.#with(this.#actions.pin));
    this.element.append(bubble, tools);
    remove.addEventListener('click', () => this.#with(this.#actions.remove));
    quick.addEventListener('click', () => this.#actions.quickReply('OK, quickly said'));
    react.addEventListener('click', () => toggle(react));
    reply.addEventListener('click', () => this.#with(this.#actions.reply));
    this.#edit.addEventListener('click', () =>
      this.#with((message) => this.#actions.edit(message, this.element)),
    );
    this.#meta.addEventListener('click', () => {
      if (this.#message?.state === 'failed') this.#actions.retry(this.#message);
    });
    this.#more.addEventListener('click', () => {
      if (this.#message === undefined) return;
      this.#opened.add(this.#message.id);
      this.#showText(this.#message);
    });
  }

  #with(act: (message: Shown) => void): void {
    if (this.#message !== undefined) act(this.#message);
  }

  show(message: Shown, seeMoreAt: number | null): void {
    if (message === this.#message && seeMoreAt === this.#seeMoreAt) return;
    const own = message.from === this.#user;
    this.#message = message;
    this.#seeMoreAt = seeMoreAt;
    this.element.className = `row ${own ? 'own' : 'other'}`;
    this.element.dataset['messageId'] = message.id;
    this.element.dataset['state'] = message.state;
    this.#author.textContent = own ? '' : nameOfUser(message.from);
    this.#edit.hidden = !own;
    this.#showQuote(message);
    this.#showFile(message);
    this.#showText(message);
    this.#meta.replaceChildren();
    if (message.edited) {
      const edited = make('span', 'edited');
      edited.textContent = 'edited';
      this.#meta.append(edited);
    }
    const time = make('time');
    time.textContent = timeOf(message.time);
    this.#meta.append(time);
    if (own) this.#meta.append({ sending: '◷', sent: '✓', failed: 'Not sent. Try again' }[message.state]);
    this.#meta.classList.toggle('failed', message.state === 'failed');
  }

  #showFile({ file }: Message): void {
    this.#file.hidden = file === undefined;
    this.#link.textContent = file?.name ?? '';
    this.#link.download = file?.name ?? '';
    if (file === undefined || file.id === '') this.#link.removeAttribute('href');
    else this.#link.href = `/files/${file.id}`;
  }

  #showQuote(message: Shown): void {
    const quoted = message.replyTo === null ? undefined : this.#actions.find(message.replyTo);
    this.#quote.replaceChildren();
    this.#quote.hidden = quoted === undefined;
    if (quoted === undefined) return;
    const author = make('b');
    author.textContent = quoted.from === this.#user ? 'You' : nameOfUser(quoted.from);
    const preview = make('span', 'quote-text');
    preview.textContent = shorten(quoted.text, 90);
    this.#quote.append(author, preview);
  }

  #showText(message: Shown): void {
    const cut =
      this.#seeMoreAt !== null && message.text.length > this.#seeMoreAt && !this.#opened.has(message.id);
    const text = cut ? `${message.text.slice(0, this.#seeMoreAt ?? undefined)}…` : message.text;
    if (this.#text.textContent !== text || this.#text.childElementCount > 0) this.#text.textContent = text;
    this.#more.hidden = !cut;
  }
}

export const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
