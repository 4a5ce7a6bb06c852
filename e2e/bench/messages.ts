/** Two people and what one of them has written to the other: the ciphertext that all of the bench reads. */
import { pickSummary } from '../../src/background/conversations';
import { writeContents } from '../../src/background/store/contents';
import { deriveConversationId, hashRecipients, NO_PREVIOUS } from '../../src/openpgp/binding';
import { armorCertificate, inspectCertificates } from '../../src/openpgp/certificate';
import { encryptMessage } from '../../src/openpgp/encrypt';
import { generateIdentity } from '../../src/openpgp/identity';
import type { CertificateSummary, Identity } from '../../src/openpgp/types';
import type { ConversationKey } from '../../src/protocol/shapes';
import { writeTokens } from '../../src/wire/token';
import { device, plaintextOf } from './people';

export type Writer = {
  readonly identity: Identity;
  readonly summary: CertificateSummary;
  readonly armored: string;
};

/** As many as the core is asked for at once. */
const BATCH = 50;

export async function makeWriter(name: string): Promise<Writer> {
  const now = Date.now();
  const identity = await generateIdentity({ name, version: 4, now: now - 60_000 });
  const summary = await summaryOf(identity.certificate);
  return { identity, summary, armored: armorCertificate(identity.certificate) };
}

export async function summaryOf(certificate: Uint8Array | string): Promise<CertificateSummary> {
  const [summary] = await inspectCertificates(certificate, Date.now());
  if (summary === undefined) throw new Error('no certificate');
  return summary;
}

/** `count` tokens by `writer` to one reader, bound to their conversation on this site. */
export async function writeMessages(options: {
  writer: Writer;
  reader: CertificateSummary;
  conversation: ConversationKey;
  count: number;
}): Promise<string[]> {
  const { writer, reader, conversation, count } = options;
  const pins = [writer.summary.pin, reader.pin];
  const shared = {
    conversation: await deriveConversationId(conversation.site, pins),
    recipients: await hashRecipients(pins),
  };
  const write = async (index: number): Promise<string> => {
    const { ciphertext } = await encryptMessage({
      text: plaintextOf(index),
      members: [reader.certificate],
      secretKey: writer.identity.secretKey,
      certificate: writer.identity.certificate,
      binding: { ...shared, device, sequence: index + 1, previous: NO_PREVIOUS, edit: false },
      now: Date.now(),
    });
    return writeTokens({ kind: 'message', body: ciphertext, limit: null }).join('');
  };
  const wires: string[] = [];
  while (wires.length < count) {
    const size = Math.min(BATCH, count - wires.length);
    wires.push(...(await Promise.all(Array.from({ length: size }, (_, at) => write(wires.length + at)))));
  }
  return wires;
}

/** The vault of `writer`, who is alone with `other` in this conversation, as JSON. */
export function vaultOf(writer: Writer, other: CertificateSummary, conversation: ConversationKey): string {
  const { secretKey, revocation } = writer.identity;
  const { pin: identity } = writer.summary;
  return writeContents({
    identities: [
      { ...pickSummary(writer.summary), secretKey, revocation, device, revoked: null, hidden: false },
    ],
    defaultIdentity: identity,
    siteIdentities: [],
    contacts: [{ ...pickSummary(other), added: Date.now(), verified: null, revoked: null, hidden: false }],
    conversations: [
      {
        ...conversation,
        title: '',
        mode: 'on',
        identity,
        untold: [],
        members: [other.pin],
        epochs: [],
        invitation: null,
        declined: [],
        changed: null,
        binds: [other.pin],
      },
    ],
    outgoing: [],
    recovery: null,
  });
}
