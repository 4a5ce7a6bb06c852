/** The chats on the left, each with the beginning of its last message. */
import type { Chat } from '../protocol';
import { avatar, make, timeOf } from './dom';
import { shorten } from './row';

export class Sidebar {
  readonly element = make('nav', 'sidebar', { 'aria-label': 'Chats' });
  readonly #list = make('div', 'chats');
  readonly #open: (chat: string) => void;

  constructor(name: string, open: (chat: string) => void) {
    this.#open = open;
    const top = make('div', 'brand');
    const title = make('strong');
    title.textContent = 'Parley';
    const who = make('span', 'who');
    who.textContent = name;
    top.append(title, who);
    this.element.append(top, this.#list);
  }

  set(chats: readonly Chat[], current: string, unread: ReadonlySet<string>): void {
    this.#list.replaceChildren(
      ...chats.map((chat) => {
        const entry = make('button', 'chat', { type: 'button', 'data-chat-id': chat.id });
        if (chat.id === current) entry.setAttribute('aria-current', 'page');
        entry.classList.toggle('unread', unread.has(chat.id));
        const title = make('span', 'chat-title');
        title.textContent = chat.title;
        const preview = make('span', 'chat-preview');
        preview.textContent = shorten(chat.last?.text ?? 'No messages yet', 60);
        const time = make('time');
        time.textContent = chat.last === null ? '' : timeOf(chat.last.time);
        entry.append(avatar(chat.title), title, time, preview);
        entry.addEventListener('click', () => this.#open(chat.id));
        return entry;
      }),
    );
  }
}
