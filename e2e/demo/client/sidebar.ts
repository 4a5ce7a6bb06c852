/** The chats on the left, each with the beginning of its last message. */
import { nameOfUser, type Chat, type Message } from '../protocol';
import { avatar, make, timeOf } from './dom';
import { shorten } from './row';

export class Sidebar {
  readonly element = make('nav', 'sidebar', { 'aria-label': 'Chats' });
  readonly #list = make('div', 'chats');
  readonly #open: (chat: string) => void;

  constructor(name: string, open: (chat: string) => void, search: (words: string) => readonly Message[]) {
    this.#open = open;
    const top = make('div', 'brand');
    const title = make('strong');
    title.textContent = 'Parley';
    const who = make('span', 'who');
    who.textContent = name;
    top.append(title, who);
    const field = make('input', 'search', {
      type: 'search',
      'aria-label': 'Search messages',
      placeholder: 'Search',
    });
    const results = make('div', 'results');
    field.addEventListener('input', () => {
      results.replaceChildren(
        ...search(field.value).map(({ from, text }) => {
          const result = make('p', 'search-result');
          const author = make('b');
          author.textContent = nameOfUser(from);
          result.append(author, ` wrote ${shorten(text, 70)}`);
          return result;
        }),
      );
    });
    this.element.append(top, field, results, this.#list);
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
