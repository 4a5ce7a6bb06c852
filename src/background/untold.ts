/**
 * What the members of a chat have yet to be told of our own certificates: another identity writes there, or its
 * certificate says something new. It goes out before the next message, as a card of its own.
 */
import type { Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { ConversationKey } from '../protocol/shapes';
import { writeTokens } from '../wire/token';
import { conversationAt, withConversation } from './conversations';
import { shownIdentities } from './identities';
import { NEWS, writeIntroduction } from './introduction';
import { certificateToShow } from './own-identities';
import type { Contents, Conversation, StoredIdentity } from './store/contents';
import type { Vault } from './vault';

export type News = {
  /** As wire texts, in the order in which they are to be sent. */
  readonly wires: readonly string[];
  readonly about: readonly StoredIdentity[];
};
export const noNews: News = { wires: [], about: [] };

export async function writeNews(
  contents: Contents,
  { untold }: Conversation,
  limit: number | null,
): Promise<News> {
  const about = untold.flatMap((own) => shownIdentities(contents).find(({ pin }) => pin === own) ?? []);
  const certificates = await Promise.all(about.map(certificateToShow));
  const wires = certificates.flatMap((certificate) =>
    writeTokens({ kind: 'acceptance', body: writeIntroduction(NEWS, certificate), limit }),
  );
  return { wires, about };
}

const MOST_SENDING = 64;

export type Untold = {
  /** This attempt carries them. */
  readonly sending: (ticket: string, news: News) => void;
  /** The attempt was seen in the list: what it carried is told, unless it has changed again meanwhile. */
  readonly sent: (ticket: string, conversation: ConversationKey) => Promise<void>;
};

/** In memory only: after the worker was stopped in between they are told once more, which says nothing new. */
export function createUntold(vault: Vault): Untold {
  const underway = new Map<string, readonly StoredIdentity[]>();
  return {
    sending: (ticket, { about }) => {
      if (about.length === 0) return;
      underway.set(ticket, about);
      const [oldest] = underway.keys();
      if (underway.size > MOST_SENDING && oldest !== undefined) underway.delete(oldest);
    },
    sent: async (ticket, at) => {
      const about = underway.get(ticket) ?? [];
      underway.delete(ticket);
      if (about.length === 0) return;
      try {
        await vault.change(async (contents) => {
          const told = new Set<Pin>(
            about.filter((identity) => contents.identities.includes(identity)).map(({ pin }) => pin),
          );
          const conversation = conversationAt(contents, at);
          const untold = conversation.untold.filter((pin) => !told.has(pin));
          return [withConversation(contents, { ...conversation, untold }), undefined];
        }, 'quiet');
      } catch (error) {
        // Locked meanwhile, or the disk is full: it is told once more with the next message.
        if (!(error instanceof SottoError)) throw error;
      }
    },
  };
}
