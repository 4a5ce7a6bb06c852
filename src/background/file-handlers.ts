/** What the composer asks for a file. */
import { newFileKey } from '../openpgp/file-key';
import { toBase64 } from './bytes';
import { conversationAt, memberContacts } from './conversations';
import type { CoreParts } from './core-parts';
import { checkMayEncrypt } from './policy';
import type { Handlers } from './router';

export function fileHandlers({ vault, pairing, now }: CoreParts) {
  return {
    'composer.fileKey': async (_, sender) => {
      const frame = await pairing.require(sender, 'composer');
      const { contents } = await vault.open();
      const conversation = conversationAt(contents, frame.conversation);
      const contacts = memberContacts(contents, conversation);
      const changedName = conversation.changed?.name ?? null;
      const { mode, members } = conversation;
      checkMayEncrypt({ mode, pinned: members.length, contacts, changedName }, now());
      const { container, key, header } = await newFileKey({
        members: contacts.map((contact) => contact.certificate),
        certificate: contents.identity.certificate,
        now: now(),
      });
      return { container, key, header: toBase64(header) };
    },
  } satisfies Partial<Handlers>;
}
