/** What `trust.ts` needs to know of a chat, from the vault's contents. */
import { deriveConversationId, hashRecipients } from '../openpgp/binding';
import type { Pin, RevocationReason } from '../openpgp/types';
import { identitiesIn, identityPin } from './identities';
import type { Contents, Conversation } from './store/contents';
import type { ChatFacts, Epoch } from './trust';

/** Contents never change in place, so a conversation's own object is as good a key as its whole value. */
const epochsOf = new WeakMap<
  Conversation,
  { readonly own: Pin; readonly epochs: Promise<readonly Epoch[]> }
>();

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
  const own = identityPin(contents, conversation);
  let known = epochsOf.get(conversation);
  if (known?.own !== own) {
    known = { own, epochs: deriveEpochs(own, conversation) };
    epochsOf.set(conversation, known);
  }
  return {
    own: new Set(identitiesIn(contents, conversation).map(({ pin }) => pin)),
    epochs: await known.epochs,
    verified: new Set(contents.contacts.filter(({ verified }) => verified !== null).map(({ pin }) => pin)),
    revoked: new Map(
      contents.contacts.flatMap(({ pin, revoked }) =>
        revoked ? [[pin, { at: revoked.at, holdsBefore: holdsBefore(revoked.reason) }]] : [],
      ),
    ),
    binds: new Set(conversation.binds),
    changed: conversation.changed?.pin ?? null,
  };
}

function deriveEpochs(own: Pin, { site, members, epochs }: Conversation): Promise<readonly Epoch[]> {
  const all = [...epochs, { identity: own, members, until: null }];
  return Promise.all(
    all.map(async ({ identity, members: others, until }) => {
      const pins = [identity, ...others];
      return {
        conversation: await deriveConversationId(site, pins),
        recipients: await hashRecipients(pins),
        pins: new Set(pins),
        until,
      };
    }),
  );
}

/** RFC 9580 5.2.3.31: without a reason, or with a secret that others have, nothing it ever signed counts. */
function holdsBefore(reason: RevocationReason): boolean {
  return reason === 'superseded' || reason === 'retired';
}
