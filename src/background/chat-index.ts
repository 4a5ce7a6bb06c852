/** Names a chat without saying which: for the index that can be read while locked, and for keys in memory. */
import { concatBytes, hexDigest, utf8 } from '../openpgp/bytes';
import type { ConversationKey } from '../protocol/shapes';

import type { ChatIndex } from './store/clear-record';
import type { Conversation } from './store/contents';

/** SHA-256 over the vault's salt and the pair of site and chat, 64 hex digits. */
export function chatHash(salt: Uint8Array, { site, chat }: ConversationKey): Promise<string> {
  return hexDigest('SHA-256', concatBytes(salt, utf8.encode(JSON.stringify([site, chat]))), 32);
}

/** The index of all chats that are not simply off. */
export async function chatIndexOf(
  salt: Uint8Array,
  conversations: readonly Conversation[],
): Promise<ChatIndex> {
  const entries = conversations
    .filter(({ mode }) => mode !== 'off')
    .map(async (conversation) => [await chatHash(salt, conversation), conversation.mode] as const);
  return Object.fromEntries(await Promise.all(entries));
}
