/** How large messages to the members of a chat become: learned once from an empty one, which goes nowhere. */
import { deriveConversationId, hashRecipients, NO_PREVIOUS } from '../openpgp/binding';
import { encryptMessage } from '../openpgp/encrypt';
import type { SizeSample } from '../openpgp/message-size';
import { memberContacts } from './conversations';
import type { Contents, Conversation } from './store/contents';

export type MessageSizes = (
  contents: Contents,
  conversation: Conversation,
  now: number,
) => Promise<SizeSample>;

/** Contents never change in place, so the lists of contacts and members are as good a key as what they hold. */
export function createMessageSizes(): MessageSizes {
  const samples = new WeakMap<Contents['contacts'], Map<Conversation['members'], Promise<SizeSample>>>();
  return (contents, conversation, now) => {
    const known = samples.get(contents.contacts) ?? new Map<Conversation['members'], Promise<SizeSample>>();
    samples.set(contents.contacts, known);
    const sample = known.get(conversation.members) ?? takeSample(contents, conversation, now);
    known.set(conversation.members, sample);
    sample.catch(() => known.delete(conversation.members));
    return sample;
  };
}

async function takeSample(contents: Contents, conversation: Conversation, now: number): Promise<SizeSample> {
  const { secretKey, certificate, pin, device } = contents.identity;
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
