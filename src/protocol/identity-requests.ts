/** What Sotto's own pages ask about a person's own identities. A secret key comes in and goes out here and nowhere else. */
import * as v from 'valibot';
import type { Entry } from './content-requests';
import { fingerprint, pin, seal, siteId, time } from './shapes';

const nothing = v.strictObject({});
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
export const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const version = v.picklist([4, 6]);

/** Why a certificate was revoked. */
export const revocationReason = v.picklist(['unspecified', 'superseded', 'compromised', 'retired']);

const identity = v.strictObject({
  identity: pin,
  name: v.string(),
  fingerprint,
  version,
  algorithm: v.string(),
  created: time,
  expires: v.nullable(time),
  revoked: v.nullable(v.strictObject({ at: time, reason: revocationReason })),
  /** False where the primary secret key is kept elsewhere: then it can be used, and neither changed nor revoked. */
  changeable: v.boolean(),
  /** New chats begin with it, except on sites that have another. */
  isDefault: v.boolean(),
  /** Sites whose new chats begin with it. */
  sites: v.array(siteId),
  /** Deleted, and can be brought back as long as the page is open. */
  hidden: v.boolean(),
  /** Chats that use it, by their names and sites. */
  chats: v.array(v.string()),
  /** Armored certificate: public. */
  certificate: v.string(),
});
export type IdentityView = v.InferOutput<typeof identity>;

/** A text, or a file's bytes, in which there may be keys. */
export const keySource = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(2_000_000)) }),
  v.strictObject({ kind: v.literal('file'), base64: v.pipe(v.string(), v.maxLength(2_000_000)) }),
]);
export type KeySource = v.InferOutput<typeof keySource>;

const foundKey = v.strictObject({
  fingerprint,
  name: v.string(),
  version,
  algorithm: v.string(),
  created: time,
  /** A passphrase is needed. */
  isProtected: v.boolean(),
  /** The error code of what stands in the way, if that shows already. */
  problem: v.nullable(v.string()),
});

const chosen = v.strictObject({ identity: pin });

export const identityRequests = {
  /** The first identity, and with it the vault. */
  'identity.create': {
    from: ['page'],
    request: v.strictObject({ name, passphrase, version, seal }),
    reply: identity,
  },
  /** The default one; null while locked or before there is one. */
  'identity.look': { from: ['page'], request: nothing, reply: v.nullable(identity) },
  /** Those deleted a moment ago too. */
  'identity.list': { from: ['page'], request: nothing, reply: v.array(identity) },
  /** One more. */
  'identity.add': { from: ['page'], request: v.strictObject({ name, version }), reply: identity },
  /** The secret keys in a text or a file, without keeping them. */
  'identity.inspect': {
    from: ['page'],
    request: v.strictObject({ source: keySource }),
    reply: v.array(foundKey),
  },
  /** All of these keys or none. `passphrase` is the one that protects them; empty if nothing does. */
  'identity.import': {
    from: ['page'],
    request: v.strictObject({
      source: keySource,
      fingerprints: v.pipe(v.array(fingerprint), v.minLength(1), v.maxLength(20)),
      passphrase: v.pipe(v.string(), v.maxLength(1000)),
    }),
    reply: v.array(identity),
  },
  /** The secret key in armor under `passphrase`. `current` is the vault's, asked for so that a passer-by gets nothing. */
  'identity.export': {
    from: ['page'],
    request: v.strictObject({
      identity: pin,
      current: passphrase,
      passphrase,
      form: v.picklist(['everywhere', 'newest']),
    }),
    reply: v.strictObject({ armored: v.string() }),
  },
  /** The armored revocation certificate made with the identity. */
  'identity.revocation': {
    from: ['page'],
    request: chosen,
    reply: v.strictObject({ armored: v.string() }),
  },
  'identity.rename': { from: ['page'], request: v.strictObject({ identity: pin, name }), reply: nothing },
  /** Valid until then, or without end. */
  'identity.setValidity': {
    from: ['page'],
    request: v.strictObject({ identity: pin, expires: v.nullable(time) }),
    reply: nothing,
  },
  'identity.revoke': {
    from: ['page'],
    request: v.strictObject({ identity: pin, reason: revocationReason }),
    reply: nothing,
  },
  /** Hides it; `identity.restore` brings it back until `identity.forget`, or until the vault is next unlocked. */
  'identity.remove': { from: ['page'], request: chosen, reply: nothing },
  'identity.restore': { from: ['page'], request: chosen, reply: nothing },
  /** The page that could have brought it back closes. */
  'identity.forget': { from: ['page'], request: nothing, reply: nothing },
  /** New chats begin with it: all of them, or those of one site. Null for a site: as everywhere. */
  'identity.setDefault': { from: ['page'], request: chosen, reply: nothing },
  'identity.setForSite': {
    from: ['page'],
    request: v.strictObject({ site: siteId, identity: v.nullable(pin) }),
    reply: nothing,
  },
} as const satisfies Record<string, Entry>;
