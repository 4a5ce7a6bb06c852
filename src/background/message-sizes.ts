/** How large messages to the members of a chat become: learned once from an empty one, which goes nowhere. */
import { deriveConversationId, hashRecipients, NO_PREVIOUS } from '../openpgp/binding';
import { encryptMessage } from '../openpgp/encrypt';
import type { SizeSample } from '../openpgp/message-size';
import { memberContacts } from './conversations';
import { usableIdentityIn } from './identities';
import type { Contents, Conversation, StoredIdentity } from './store/contents';

export type MessageSizes = (
  contents: Contents,
  conversation: Conversation,
  now: number,
) => Promise<SizeSample>;

/** Contents never change in place, so an identity and the lists of contacts and members are as good a key as what they hold. */
export function createMessageSizes(): MessageSizes {
  type Known = Map<
    Conversation['members'],
    { readonly identity: StoredIdentity; sample: Promise<SizeSample> }
  >;
  const samples = new WeakMap<Contents['contacts'], Known>();
  return async (contents, conversation, now) => {
    const identity = usableIdentityIn(contents, conversation, now);
    const known: Known = samples.get(contents.contacts) ?? new Map();
    samples.set(contents.contacts, known);
    const before = known.get(conversation.members);
    if (before?.identity === identity) return before.sample;
    const sample = takeSample(identity, contents, conversation, now);
    known.set(conversation.members, { identity, sample });
    sample.catch(() => known.delete(conversation.members));
    return sample;
  };
}

async function takeSample(
  { secretKey, certificate, pin, device }: StoredIdentity,
  contents: Contents,
  conversation: Conversation,
  now: number,
): Promise<SizeSample> {
  const pins = [pin, ...conversation.members];
  const sample = await encryptMessage({
    text: '',
    members: memberContacts(contents, conversation).map((contact) => contact.certificate),
    secretKey,
    certificate,
    binding: {
      conversation: await deriveConversationId(conversation.site, pins),
      device,
      sequence: 1,
      previous: NO_PREVIOUS,
      recipients: await hashRecipients(pins),
      edit: false,
    },
    now,
  });
  return { ...sample, length: sample.ciphertext.length };
}
