/** What the composer asks: how the chat stands, ciphertext for a text, its draft, and first contact. */
import { armorCiphertext } from '../openpgp/armor';
import { deriveConversationId, hashRecipients, NO_PREVIOUS } from '../openpgp/binding';
import { encryptMessage } from '../openpgp/encrypt';
import { ciphertextLength } from '../openpgp/message-size';
import type { CiphertextBinary, ConversationId } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import { measureMessage } from '../wire/measure';
import { writeMessage } from '../wire/message-text';
import { writeTokens } from '../wire/token';
import { randomNonce } from './bytes';
import { chatHash } from './chat-index';
import { chatStateOf } from './chat-state';
import { conversationAt, memberContacts, modeWhenOn, withConversation } from './conversations';
import type { CoreParts } from './core-parts';
import { usableIdentityIn } from './identities';
import { writeIntroduction } from './introduction';
import { createMessageSizes } from './message-sizes';
import { createUntold, noNews, writeNews } from './untold';
import { ownMessage, type OwnMessage } from './own-message';
import type { Paired } from './pairing';
import { checkMayEncrypt } from './policy';
import type { Reader } from './reader';
import type { Handlers } from './router';
import type { Contents, Conversation, Outgoing } from './store/contents';

export function composerHandlers(
  { platform, vault, pairing, openChats, drafts, ownWriting, tickets, now }: CoreParts,
  reader: Reader,
) {
  const hashOf = async (frame: Paired) => chatHash((await vault.clear()).salt, frame.conversation);

  const sizes = createMessageSizes();
  const untold = createUntold(vault);

  /** @param edited the message whose place it takes */
  const encrypt = async (contents: Contents, frame: Paired, text: string, edited: OwnMessage | null) => {
    const conversation = conversationAt(contents, frame.conversation);
    const contacts = memberContacts(contents, conversation);
    const changedName = conversation.changed?.name ?? null;
    checkMayEncrypt(
      { mode: conversation.mode, pinned: conversation.members.length, contacts, changedName },
      now(),
    );
    const identity = usableIdentityIn(contents, conversation, now());
    const { secretKey, certificate, pin, device } = identity;
    // Another identity wrote it: this one would speak in the other's place.
    if (edited && edited.fingerprint !== identity.fingerprint) throw new SottoError('not_editable');
    const pins = [pin, ...conversation.members];
    const id = await deriveConversationId(conversation.site, pins);
    const last = contents.outgoing.find((entry) => entry.conversation === id);
    const sequence = (last?.sequence ?? 0) + 1;
    const previous = edited?.digest ?? last?.previous ?? NO_PREVIOUS;
    const recipients = await hashRecipients(pins);
    const { ciphertext, digest } = await encryptMessage({
      text,
      members: contacts.map((contact) => contact.certificate),
      secretKey,
      certificate,
      binding: { conversation: id, device, sequence, previous, recipients, edit: edited !== null },
      now: now(),
    });
    const parts = writeParts(ciphertext, frame);
    // The site edits one message: the parts after the first would have no place.
    if (edited !== null && parts.length > 1) throw new SottoError('too_long');
    const news = edited === null ? await writeNews(contents, conversation, frame.limit) : noNews;
    return [
      withOutgoing(contents, { conversation: id, sequence, previous: digest }),
      { parts, news },
    ] as const;
  };

  const setMode = async (frame: Paired, change: (conversation: Conversation) => Conversation) => {
    const title = await openChats.titleOf(frame.conversation);
    await vault.change(async (contents) => {
      const conversation = conversationAt(contents, frame.conversation, title);
      return [withConversation(contents, change(conversation)), undefined];
    });
    return {};
  };

  return {
    'composer.look': async (_, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const title = await openChats.titleOf(frame.conversation);
      const chat = await chatStateOf(vault, frame.conversation, title, true, now());
      const opened = await vault.peek();
      return { chat, draft: opened ? await drafts.read(opened.key, await hashOf(frame)) : '' };
    },
    'composer.encrypt': async ({ text, edits }, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const edited = edits === undefined ? null : await ownMessage(reader, edits, frame.conversation);
      // The sequence number is on disk before the ciphertext leaves: no number is ever used for two messages.
      const { parts, news } = await vault.change(
        (contents) => encrypt(contents, frame, text, edited),
        'quiet',
      );
      await ownWriting.note(parts);
      const ticket = await tickets.issue(sender.document, await hashOf(frame));
      untold.sending(ticket, news);
      return { ticket, parts: [...news.wires, ...parts] };
    },
    'composer.edit': async ({ wire }, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const { text } = await ownMessage(reader, wire, frame.conversation);
      return { text };
    },
    'composer.measure': async ({ bytes }, sender) => {
      const { conversation, limit, newlines } = await pairing.require(sender, 'composer');
      const { contents } = await vault.open();
      const sample = await sizes(contents, conversationAt(contents, conversation), now());
      return measureMessage(ciphertextLength(sample, bytes), limit, newlines);
    },
    'composer.sent': async ({ ticket }, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const chat = await tickets.redeem(ticket, sender.document);
      await untold.sent(ticket, frame.conversation);
      const opened = await vault.peek();
      // Locked meanwhile: the draft stays sealed, and the composer empties it when it next saves.
      if (opened) await drafts.write(opened.key, chat, '');
      return {};
    },
    'composer.saveDraft': async ({ text }, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const { key } = await vault.open();
      await drafts.write(key, await hashOf(frame), text);
      return {};
    },
    'composer.invite': async (_, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const title = await openChats.titleOf(frame.conversation);
      const body = await vault.change(async (contents) => {
        const before = conversationAt(contents, frame.conversation);
        const unanswered = before.invitation?.answeredBy === null ? before.invitation : null;
        // One invitation at a time, so that an answer to it is never taken for a stranger's certificate.
        const invitation = unanswered ?? { id: randomNonce(), at: now(), answeredBy: null };
        const switchedOn = before.members.length === 0 ? 'inviting' : modeWhenOn(before.changed);
        const mode = before.mode === 'off' ? switchedOn : before.mode;
        const { certificate } = usableIdentityIn(contents, before, now());
        const next = withConversation(contents, {
          ...before,
          title: title === '' ? before.title : title,
          invitation,
          mode,
        });
        return [next, writeIntroduction(invitation.id, certificate)];
      });
      return { parts: invitationParts(platform.i18n.getMessage('invitation_sentence'), body, frame) };
    },
    'composer.turnOff': async (_, sender) => {
      const frame = await pairing.require(sender, 'composer');
      return setMode(frame, (conversation) => ({ ...conversation, mode: 'off' }));
    },
    'composer.turnOn': async (_, sender) => {
      const frame = await pairing.require(sender, 'composer');
      return setMode(frame, (conversation) => {
        if (conversation.members.length === 0) throw new SottoError('no_members');
        return { ...conversation, mode: modeWhenOn(conversation.changed) };
      });
    },
  } satisfies Partial<Handlers>;
}

function writeParts(ciphertext: CiphertextBinary, { limit, newlines }: Paired): string[] {
  return writeMessage({
    ciphertext,
    armored: newlines ? armorCiphertext(ciphertext) : null,
    limit,
    newlines,
  });
}

/** The sentence for people without Sotto stands before the first token, or alone where both do not fit. */
function invitationParts(
  sentence: string,
  body: Uint8Array,
  { limit, newlines }: Pick<Paired, 'limit' | 'newlines'>,
): string[] {
  const introduction = sentence + (newlines ? '\n' : ' ');
  const tokens = writeTokens({ kind: 'invitation', body, limit });
  const [first = '', ...rest] = tokens;
  const isTooLong = limit !== null && introduction.length + first.length > limit;
  return isTooLong ? [sentence, ...tokens] : [introduction + first, ...rest];
}

function withOutgoing(contents: Contents, last: Outgoing): Contents {
  const isOther = ({ conversation }: { readonly conversation: ConversationId }) =>
    conversation !== last.conversation;
  return { ...contents, outgoing: [...contents.outgoing.filter(isOther), last] };
}
