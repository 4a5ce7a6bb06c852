/** What the popup asks about other people's certificates. */
import { armorCertificate } from '../openpgp/armor';
import { inspectCertificates } from '../openpgp/certificate';
import type { CertificateSummary } from '../openpgp/types';
import type { Contact } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import { fromBase64 } from '../platform/base64';
import { chatName } from './chat-name';
import { withNewsOf } from './contact-news';
import { withContact } from './conversations';
import type { CoreParts } from './core-parts';
import { defaultIdentity, identityIn } from './identities';
import type { Handlers } from './router';
import { safetyNumber } from './safety-number';
import type { Contents, StoredContact } from './store/contents';

export function contactHandlers({ vault, now }: CoreParts) {
  const changeContact = async (pin: string, change: (contact: StoredContact) => StoredContact) => {
    await vault.change(async (contents) => {
      const known = contents.contacts.find((entry) => entry.pin === pin);
      if (!known) throw new SottoError('bad_request');
      const contacts = contents.contacts.map((entry) => (entry === known ? change(entry) : entry));
      return [{ ...contents, contacts }, undefined];
    });
    return {};
  };

  return {
    'contacts.list': async () => {
      const { contents } = await vault.open();
      return contents.contacts
        .filter(({ hidden }) => !hidden)
        .map((contact) => contactView(contact, contents));
    },
    'contacts.inspect': async (body) => {
      const { contents } = await vault.open();
      const input = body.kind === 'text' ? body.text : decodeFile(body.base64);
      const summaries = await inspectCertificates(input, now());
      return summaries.map((summary) => {
        const known = contents.contacts.find(({ pin, hidden }) => pin === summary.pin && !hidden);
        return {
          contact: contactView(asContact(summary, known ?? null, now()), contents),
          armored: armorCertificate(summary.certificate),
          known: known !== undefined,
        };
      });
    },
    'contacts.add': async ({ armored }) => {
      const [summary, ...others] = await inspectCertificates(armored, now());
      if (!summary || others.length > 0) throw new SottoError('bad_request');
      return vault.change(async (contents) => {
        if (contents.identities.some(({ pin }) => pin === summary.pin))
          throw new SottoError('own_certificate');
        const next = await withNewsOf(withContact(contents, summary, now()), summary, now());
        const added = next.contacts.find(({ pin }) => pin === summary.pin);
        if (!added) throw new SottoError('unexpected');
        return [next, contactView(added, next)];
      });
    },
    'contacts.remove': ({ contact }) => changeContact(contact, (known) => ({ ...known, hidden: true })),
    'contacts.restore': ({ contact }) => changeContact(contact, (known) => ({ ...known, hidden: false })),
    'contacts.safety': async ({ contact, own }) => {
      const { contents } = await vault.open();
      const known = contents.contacts.find(({ pin }) => pin === contact);
      const mine = contents.identities.find(({ fingerprint }) => fingerprint === own);
      if (!known || !mine) throw new SottoError('bad_request');
      const { digits, words } = await safetyNumber(mine.pin, known.pin);
      return { digits: [...digits], words: [...words] };
    },
    'contacts.verify': ({ contact, verified }) =>
      changeContact(contact, (known) => ({ ...known, verified: verified ? now() : null })),
  } satisfies Partial<Handlers>;
}

function contactView(contact: StoredContact, contents: Contents): Contact {
  const { pin, name, fingerprint, algorithm, version, created, expires, added, verified, warnings } = contact;
  const shared = contents.conversations.filter(({ members }) => members.includes(pin));
  const own = shared.map((conversation) => identityIn(contents, conversation)).find(Boolean);
  return {
    contact: pin,
    name,
    fingerprint,
    algorithm,
    version,
    created,
    expires,
    added,
    verified,
    warnings,
    own: (own ?? defaultIdentity(contents)).fingerprint,
    chats: [...new Set(shared.map(chatName))],
  };
}

function asContact(summary: CertificateSummary, known: StoredContact | null, now: number): StoredContact {
  const { warnings } = summary;
  return {
    ...summary,
    warnings: [...warnings],
    added: known?.added ?? now,
    verified: known?.verified ?? null,
    revoked: known?.revoked ?? null,
    hidden: false,
  };
}

function decodeFile(base64: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch (error) {
    throw new SottoError('bad_request', '', { cause: error });
  }
}
