/**
 * 3 -> 4: one identity becomes a list of them, of which each conversation and each epoch in it names its own; and
 * a contact's revocation is remembered.
 */
import type { Migration } from '../migrate';

type Before = {
  readonly identity?: { readonly pin?: unknown };
  readonly contacts?: readonly object[];
  readonly conversations?: readonly { readonly epochs?: readonly object[] }[];
};

export const identities: Migration = {
  clear: (record) => record,
  contents: (record) => {
    const { identity, contacts = [], conversations = [], ...rest } = record as Before;
    const own = identity?.pin;
    return {
      ...rest,
      identities: [{ ...identity, revoked: null, hidden: false }],
      defaultIdentity: own,
      siteIdentities: [],
      contacts: contacts.map((contact) => ({ ...contact, revoked: null })),
      conversations: conversations.map(({ epochs = [], ...conversation }) => ({
        ...conversation,
        identity: own,
        untold: [],
        epochs: epochs.map((epoch) => ({ ...epoch, identity: own })),
      })),
    };
  },
};
