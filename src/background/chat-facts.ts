/** What `trust.ts` needs to know of a chat, from the vault's contents. */
import { deriveConversationId, hashRecipients } from '../openpgp/binding';
import type { Pin } from '../openpgp/types';
import type { Contents, Conversation } from './store/contents';
import type { ChatFacts, Epoch } from './trust';

/** Contents never change in place, so a conversation's own object is as good a key as its whole value. */
const epochsOf = new WeakMap<Conversation, Promise<readonly Epoch[]>>();

const factsOf = new WeakMap<
  Conversation,
  { readonly contents: Contents; readonly facts: Promise<ChatFacts> }
>();

export function chatFacts(contents: Contents, conversation: Conversation): Promise<ChatFacts> {
  const known = factsOf.get(conversation);
  if (known?.contents === contents) return known.facts;
  const facts = gatherFacts(contents, conversation);
  factsOf.set(conversation, { contents, facts });
  return facts;
}

async function gatherFacts(contents: Contents, conversation: Conversation): Promise<ChatFacts> {
  const own = contents.identity.pin;
  let epochs = epochsOf.get(conversation);
  if (!epochs) {
    epochs = deriveEpochs(own, conversation);
    epochsOf.set(conversation, epochs);
  }
  return {
    own,
    epochs: await epochs,
    verified: new Set(contents.contacts.filter(({ verified }) => verified !== null).map(({ pin }) => pin)),
    binds: new Set(conversation.binds),
    changed: conversation.changed?.pin ?? null,
  };
}

function deriveEpochs(own: Pin, { site, members, epochs }: Conversation): Promise<readonly Epoch[]> {
  const all = [...epochs, { members, until: null }];
  return Promise.all(
    all.map(async ({ members: others, until }) => {
      const pins = [own, ...others];
      return {
        conversation: await deriveConversationId(site, pins),
        recipients: await hashRecipients(pins),
        pins: new Set(pins),
        until,
      };
    }),
  );
}
