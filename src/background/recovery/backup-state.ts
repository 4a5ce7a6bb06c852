/** Whether a backup is still all there is: a digest of what one is made for. */
import { toHex, utf8 } from '../../openpgp/bytes';
import type { Contents } from '../store/contents';

/** SHA-256 in hex over identities, people and who is in which chat; not over names of chats, which come by themselves. */
export async function stateOf(contents: Contents): Promise<string> {
  const { identities, defaultIdentity, siteIdentities, contacts, conversations } = contents;
  const facts = [
    identities.map(({ pin, secretKey, hidden }) => [pin, toHex(secretKey), hidden]),
    defaultIdentity,
    siteIdentities.map(({ site, identity }) => [site, identity]),
    contacts.map(({ pin, verified, revoked, hidden }) => [pin, verified, revoked?.at ?? null, hidden]),
    conversations
      .filter(({ members, mode }) => members.length > 0 || mode !== 'off')
      .map(({ site, chat, mode, identity, members }) => [site, chat, mode, identity, members]),
  ];
  const sorted = facts.map((part) =>
    Array.isArray(part) ? part.map((one) => JSON.stringify(one)).sort() : part,
  );
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(JSON.stringify(sorted)))));
}
