/** The demo messenger's chats and messages, in memory. */
import { nameOfUser, type Chat, type Flags, type FromClient, type Message } from './protocol';

const chats: readonly {
  readonly id: string;
  readonly title: string | null;
  readonly members: readonly string[];
}[] = [
  { id: 'alice-bob', title: null, members: ['alice', 'bob'] },
  { id: 'book-club', title: 'Book club', members: ['alice', 'bob', 'carol'] },
  { id: 'alice-carol', title: null, members: ['alice', 'carol'] },
  { id: 'bob-carol', title: null, members: ['bob', 'carol'] },
];

export interface Seed {
  readonly from: string;
  readonly text: string;
  readonly replyTo?: string;
}

export class Store {
  readonly #messages = new Map<string, Message[]>(chats.map(({ id }) => [id, []]));
  #made = 0;

  messages(chat: string): Message[] {
    return this.#messages.get(chat) ?? [];
  }

  members(chat: string): readonly string[] {
    return chats.find(({ id }) => id === chat)?.members ?? [];
  }

  chatsOf(user: string): Chat[] {
    return chats
      .filter(({ members }) => members.includes(user))
      .map(({ id, title, members }) => ({
        id,
        title:
          title ??
          members
            .filter((member) => member !== user)
            .map(nameOfUser)
            .join(', '),
        members,
        last: this.messages(id).at(-1) ?? null,
      }));
  }

  seed(chat: string, seeds: readonly Seed[]): Message[] {
    const start = Date.now() - seeds.length * 1000;
    return seeds.map(({ from, text, replyTo = null }, index) =>
      this.#keep({ chat, from, text, replyTo, clientId: `seed-${this.#made}`, time: start + index * 1000 }),
    );
  }

  send(from: string, sent: Extract<FromClient, { type: 'send' }>, flags: Flags): Message | null {
    if (!this.members(sent.chat).includes(from)) return null;
    if (flags.limit !== null && sent.text.length > flags.limit) return null;
    const text = sent.text.slice(0, flags.cutAt ?? undefined);
    return this.#keep({
      chat: sent.chat,
      from,
      text,
      replyTo: sent.replyTo,
      clientId: sent.clientId,
      time: Date.now(),
      ...(sent.file && { file: sent.file }),
    });
  }

  edit(from: string, { id, text }: Extract<FromClient, { type: 'edit' }>): Message | null {
    for (const messages of this.#messages.values()) {
      const index = messages.findIndex((message) => message.id === id && message.from === from);
      const before = messages[index];
      if (before !== undefined) return (messages[index] = { ...before, text, edited: true });
    }
    return null;
  }

  delete(from: string, { id }: Extract<FromClient, { type: 'delete' }>): string | null {
    for (const [chat, messages] of this.#messages) {
      const index = messages.findIndex((message) => message.id === id && message.from === from);
      if (index < 0) continue;
      messages.splice(index, 1);
      return chat;
    }
    return null;
  }

  /** A stretch of the chat that ends before the message `before`, or at its end. */
  page(chat: string, before: string | null, size: number): { messages: Message[]; more: boolean } {
    const all = this.messages(chat);
    const end =
      before === null
        ? all.length
        : Math.max(
            0,
            all.findIndex(({ id }) => id === before),
          );
    const start = Math.max(0, end - size);
    return { messages: all.slice(start, end), more: start > 0 };
  }

  #keep(message: Omit<Message, 'id' | 'edited'>): Message {
    const kept = { ...message, id: `m${++this.#made}`, edited: false };
    this.#messages.get(message.chat)?.push(kept);
    return kept;
  }
}
