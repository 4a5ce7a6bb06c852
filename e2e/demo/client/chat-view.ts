/** Puts the page together: sidebar, header, list and compose box, and what happens between them and the server. */
import { defaultFlags, nameOfUser, type Chat, type Flags, type FromServer, type Message } from '../protocol';
import { Connection } from './connection';
import { avatar, make, toggle } from './dom';
import { makeBox, type Box } from './editor';
import { editInRow } from './edit-in-row';
import { MessageList } from './list';
import { shorten, type Shown } from './row';
import { Sidebar } from './sidebar';

const draftDelay = 1000;
const sendTimeout = 5000;

const chatInPath = (): string => decodeURIComponent(location.pathname.split('/')[2] ?? 'alice-bob');

export class ChatView {
  readonly element = make('div', 'app');
  readonly #user: string;
  readonly #connection: Connection;
  readonly #sidebar: Sidebar;
  readonly #list: MessageList;
  readonly #box: Box;
  readonly #title = make('h1');
  readonly #status = make('p', 'status');
  readonly #face = make('span');
  readonly #context = make('div', 'context');
  readonly #pinned = make('p', 'pinned');
  #flags: Flags = defaultFlags;
  #chats: readonly Chat[] = [];
  #chat = chatInPath();
  #messages: Shown[] = [];
  #more = false;
  #asking = false;
  readonly #drafts = new Map<string, string>();
  readonly #unread = new Set<string>();
  #about: { readonly kind: 'reply' | 'edit'; readonly message: Shown } | null = null;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #statusTimer: ReturnType<typeof setTimeout> | undefined;
  #typed = 0;

  constructor(user: string) {
    this.#user = user;
    this.#sidebar = new Sidebar(
      nameOfUser(user),
      (chat) => this.#switch(chat),
      (words) => this.#messages.filter(({ text }) => words !== '' && text.includes(words)),
    );
    this.#list = new MessageList(
      user,
      {
        reply: (message) => this.#talkAbout({ kind: 'reply', message }),
        edit: (message, row) => {
          if (this.#flags.editsInRow)
            editInRow(row, message.text, (text) =>
              this.#connection.send({ type: 'edit', id: message.id, text }),
            );
          else this.#talkAbout({ kind: 'edit', message });
        },
        pin: (message) => {
          this.#pinned.textContent = `Pinned: ${shorten(message.text, 80)}`;
        },
        remove: (message) => this.#connection.send({ type: 'delete', id: message.id }),
        quickReply: (text) => this.#send(text, null),
        retry: (message) => this.#retry(message),
        find: (id) => this.#messages.find((message) => message.id === id),
      },
      () => this.#askOlder(),
    );

    const box = make('div', 'box', {
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Message',
    });
    const send = make('button', 'send', { type: 'button', 'aria-label': 'Send' });
    send.addEventListener('click', () => {
      if (this.#flags.sendButton === 'works') this.#submit();
    });
    const header = make('header');
    const heading = make('div');
    heading.append(this.#title, this.#status, this.#pinned);
    header.append(this.#face, heading);
    const footer = make('footer');
    const line = make('div', 'line');
    const voice = make('button', 'voice', { type: 'button', 'aria-label': 'Voice message' });
    voice.textContent = '🎤';
    voice.addEventListener('pointerdown', () => this.#send('[a voice message]', null));
    const call = make('button', 'call', { type: 'button', 'aria-label': 'Call', 'aria-pressed': 'false' });
    call.textContent = '☎';
    call.addEventListener('click', () => toggle(call));
    heading.append(voice, call);
    const files = make('input', '', { type: 'file', multiple: '', hidden: '', 'aria-label': 'File' });
    files.addEventListener('change', () => {
      if (this.#flags.uploads !== 'refuse') for (const file of files.files ?? []) void this.#upload(file);
      files.value = '';
    });
    const attach = make('button', 'attach', { type: 'button', 'aria-label': 'Attach' });
    attach.textContent = '+';
    attach.addEventListener('click', () => files.click());
    line.append(attach, box, send, files);
    footer.append(this.#context, line);
    const main = make('main');
    main.append(header, this.#list.element, footer);
    this.element.append(this.#sidebar.element, main);
    this.#context.hidden = true;

    this.#box = makeBox(
      box,
      (text) => this.#changed(text),
      () => this.#submit(),
    );
    this.#connection = new Connection(user, (message) => this.#receive(message));
    globalThis.addEventListener('popstate', () => this.#load(chatInPath()));
    setInterval(() => {
      if (this.#flags.stealsFocus) box.focus();
    }, 50);
  }

  #receive(message: FromServer): void {
    switch (message.type) {
      case 'hello': {
        this.#chats = message.chats;
        this.#obey(message.flags);
        this.#load(this.#chat);
        return;
      }
      case 'flags': {
        this.#obey(message.flags);
        this.#connection.send({ type: 'obeyed' });
        return;
      }
      case 'history': {
        if (message.chat !== this.#chat) return;
        const known = new Set(this.#messages.map(({ clientId }) => clientId));
        const older = message.messages.filter(({ clientId }) => !known.has(clientId));
        this.#messages = [...older.map(sent), ...this.#messages];
        this.#more = message.more;
        this.#asking = false;
        this.#list.set(this.#messages);
        return;
      }
      case 'message': {
        this.#arrived(message.message);
        return;
      }
      case 'edited': {
        this.#replace(sent(message.message));
        return;
      }
      case 'deleted': {
        if (message.chat !== this.#chat) return;
        this.#messages = this.#messages.filter(({ id }) => id !== message.id);
        this.#list.set(this.#messages);
        return;
      }
      case 'typing': {
        if (message.chat !== this.#chat || message.from === this.#user) return;
        this.#status.textContent = `${nameOfUser(message.from)} is typing…`;
        clearTimeout(this.#statusTimer);
        this.#statusTimer = setTimeout(() => this.#showStatus(), 3000);
      }
    }
  }

  #obey(flags: Flags): void {
    this.#flags = flags;
    this.#list.obey(flags);
    this.#box.obey(flags);
  }

  #arrived(message: Message): void {
    this.#chats = this.#chats.map((chat) => (chat.id === message.chat ? { ...chat, last: message } : chat));
    if (message.chat === this.#chat) {
      if (this.#flags.rebuildsList) this.#list.rebuild();
      this.#replace(sent(message));
      this.#showStatus();
    } else this.#unread.add(message.chat);
    if (message.from !== this.#user) {
      document.title = `${nameOfUser(message.from)}: ${shorten(message.text, 60)} | Parley`;
    }
    this.#showChats();
  }

  /** In the place of the one with the same client id, or at the end. */
  #replace(message: Shown): void {
    const index = this.#messages.findIndex(({ clientId }) => clientId === message.clientId);
    this.#messages = index < 0 ? [...this.#messages, message] : this.#messages.with(index, message);
    this.#list.set(this.#messages);
  }

  #switch(chat: string): void {
    if (chat === this.#chat) return;
    this.#drafts.set(this.#chat, this.#box.text());
    history.pushState(null, '', `/chat/${encodeURIComponent(chat)}?user=${this.#user}`);
    this.#load(chat);
  }

  #load(chat: string): void {
    this.#chat = chat;
    this.#unread.delete(chat);
    this.#messages = [];
    this.#more = false;
    this.#talkAbout(null);
    this.#box.set(this.#drafts.get(chat) ?? '');
    const title = this.#chats.find(({ id }) => id === chat)?.title ?? 'No such chat';
    this.#title.textContent = title;
    this.#face.replaceChildren(avatar(title));
    document.title = `${title} · Parley`;
    this.#showStatus();
    this.#showChats();
    this.#list.set([]);
    this.#list.toEnd();
    this.#connection.send({ type: 'history', chat, before: null });
  }

  #askOlder(): void {
    const first = this.#messages[0];
    if (!this.#more || this.#asking || first === undefined) return;
    this.#asking = true;
    this.#connection.send({ type: 'history', chat: this.#chat, before: first.id });
  }

  #showChats(): void {
    this.#sidebar.set(this.#chats, this.#chat, this.#unread);
  }

  #showStatus(): void {
    const members = this.#chats.find(({ id }) => id === this.#chat)?.members ?? [];
    this.#status.textContent = members.length > 2 ? members.map(nameOfUser).join(', ') : 'online';
  }

  #changed(text: string): void {
    clearTimeout(this.#draftTimer);
    const chat = this.#chat;
    this.#draftTimer = setTimeout(() => this.#connection.send({ type: 'draft', chat, text }), draftDelay);
    if (text !== '' && Date.now() - this.#typed > 3000) {
      this.#typed = Date.now();
      this.#connection.send({ type: 'typing', chat });
    }
  }

  #submit(): void {
    const text = this.#box.text().trim();
    if (text === '') return;
    const about = this.#about;
    this.#talkAbout(null);
    this.#box.set('');
    if (about?.kind === 'edit') this.#connection.send({ type: 'edit', id: about.message.id, text });
    else this.#send(text, about?.message.id ?? null);
  }

  /** Shown at once, and sent when the server has the bytes. */
  async #upload(file: File): Promise<void> {
    const clientId = crypto.randomUUID();
    const chat = this.#chat;
    const message = { ...this.#fresh(clientId, '', null), file: { id: '', name: file.name } };
    this.#replace({ ...message, state: 'sending' });
    this.#list.toEnd();
    const query = new URLSearchParams({ user: this.#user, name: file.name, type: file.type });
    const answer = await fetch(`/upload?${query}`, { method: 'PUT', body: file });
    const { id } = (await answer.json()) as { id: string };
    const uploaded = { id, name: file.name };
    this.#connection.send({ type: 'send', chat, clientId, text: '', replyTo: null, file: uploaded });
  }

  #fresh(clientId: string, text: string, replyTo: string | null): Message {
    return {
      id: `sending-${clientId}`,
      clientId,
      chat: this.#chat,
      from: this.#user,
      text,
      time: Date.now(),
      replyTo,
      edited: false,
    };
  }

  /** Shown at once; the server's echo confirms it, or it is marked as not sent. */
  #send(text: string, replyTo: string | null): void {
    const clientId = crypto.randomUUID();
    const message = this.#fresh(clientId, text, replyTo);
    this.#replace({ ...message, state: 'sending' });
    this.#list.toEnd();
    this.#connection.send({ type: 'send', chat: this.#chat, clientId, text, replyTo });
    setTimeout(() => {
      const stillSending = this.#messages.some(
        (shown) => shown.clientId === clientId && shown.state === 'sending',
      );
      if (stillSending) this.#replace({ ...message, state: 'failed' });
    }, sendTimeout);
  }

  #retry(message: Shown): void {
    this.#messages = this.#messages.filter(({ clientId }) => clientId !== message.clientId);
    this.#send(message.text, message.replyTo);
  }

  #talkAbout(about: { readonly kind: 'reply' | 'edit'; readonly message: Shown } | null): void {
    if (this.#about?.kind === 'edit') this.#box.set('');
    this.#about = about;
    this.#context.hidden = about === null;
    this.#context.replaceChildren();
    this.#context.dataset['about'] = about?.kind ?? '';
    if (about === null) return;
    const what = make('span');
    const who = about.message.from === this.#user ? 'yourself' : nameOfUser(about.message.from);
    what.textContent =
      about.kind === 'reply' ? `Reply to ${who}: ${shorten(about.message.text, 80)}` : 'Edit message';
    const cancel = make('button', '', { type: 'button', 'aria-label': 'Cancel' });
    cancel.textContent = '✕';
    cancel.addEventListener('click', () => this.#talkAbout(null));
    this.#context.append(what, cancel);
    if (about.kind === 'edit') this.#box.set(about.message.text);
    this.#box.focus();
  }
}

const sent = (message: Message): Shown => ({ ...message, state: 'sent' });
