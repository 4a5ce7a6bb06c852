/**
 * Everything that may be asked of the core: for each request who may ask, what it carries and what comes back.
 * Who asks is read from the browser's `sender`, never from the body.
 */
import * as v from 'valibot';
import { chatState } from './chat-state';
import { contentRequests, frameKind, type Entry } from './content-requests';
import { healthView } from './health';
import { identityRequests, keySource, passphrase } from './identity-requests';
import { reading } from './reading';
import { recoveryRequests } from './recovery-requests';
import {
  chatTitle,
  conversationKey,
  fingerprint,
  nonce,
  notifications,
  pin,
  plaintext,
  seal,
  siteId,
  time,
  wireText,
} from './shapes';

export type { ChatMode, ChatState, Member } from './chat-state';
export type { FrameKind } from './content-requests';
export type { IdentityView, KeySource } from './identity-requests';
export type { BackupView, RecoveryView } from './recovery-requests';

const nothing = v.strictObject({});

const contact = v.strictObject({
  contact: pin,
  name: v.string(),
  fingerprint,
  algorithm: v.string(),
  version: v.picklist([4, 6]),
  created: time,
  expires: v.nullable(time),
  added: time,
  verified: v.nullable(time),
  warnings: v.array(v.string()),
  /** Fingerprint of the identity of ours that they know. */
  own: fingerprint,
  /** Conversations this contact is pinned in, by their names and sites. */
  chats: v.array(v.string()),
});
export type Contact = v.InferOutput<typeof contact>;

const settings = v.strictObject({
  /** Minutes without use until the vault locks; 0 means when the browser closes. */
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  lockOnScreenLock: v.boolean(),
  theme: v.picklist(['system', 'light', 'dark']),
  /** What the computer's notifications say of a new message. The browser's permission for them is another thing. */
  notifications,
});
export type Settings = v.InferOutput<typeof settings>;

const site = v.strictObject({
  site: siteId,
  name: v.string(),
  /** Match patterns that the browser is asked for. */
  origins: v.array(v.string()),
  on: v.boolean(),
});
export type SiteView = v.InferOutput<typeof site>;

const knownSite = v.strictObject({
  site: siteId,
  name: v.string(),
  /** Empty for a product that people host themselves. */
  hosts: v.array(v.string()),
  /** The facts about it are thin. */
  experimental: v.boolean(),
});
export type KnownSite = v.InferOutput<typeof knownSite>;

/** The vault as a whole: `empty` has no identity yet, `unreadable` could not be parsed and is kept untouched. */
const vaultState = v.picklist(['empty', 'locked', 'unlocked', 'unreadable']);
export type VaultState = v.InferOutput<typeof vaultState>;

/** What frames in a page ask; each first claims its place. */
export const frameRequests = {
  'frame.claim': {
    from: ['frame'],
    request: v.strictObject({ nonce }),
    reply: v.strictObject({
      kind: frameKind,
      conversation: conversationKey,
      title: chatTitle,
      limit: v.nullable(v.number()),
      seal: v.nullable(seal),
    }),
  },
  'composer.look': {
    from: ['frame'],
    request: nothing,
    reply: v.strictObject({ chat: chatState, draft: plaintext }),
  },
  /** Encrypts for this chat by policy. `parts` are to be sent in order; `ticket` names the attempt. */
  'composer.encrypt': {
    from: ['frame'],
    /** `edits`: the wire text of the own message whose place this one takes; it comes back as one part, or not at all. */
    request: v.strictObject({ text: plaintext, edits: v.optional(wireText) }),
    reply: v.strictObject({ ticket: nonce, parts: v.array(wireText) }),
  },
  /** The text of an own message of this chat that the site opened for editing. */
  'composer.edit': {
    from: ['frame'],
    request: v.strictObject({ wire: wireText }),
    reply: v.strictObject({ text: plaintext }),
  },
  /** What a text of so many UTF-8 bytes will take up at this site. 65 parts stand for more than may be sent. */
  'composer.measure': {
    from: ['frame'],
    request: v.strictObject({ bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)) }),
    reply: v.strictObject({ characters: v.number(), parts: v.number() }),
  },
  /** The message was seen in the list. Clears the draft. */
  'composer.sent': { from: ['frame'], request: v.strictObject({ ticket: nonce }), reply: nothing },
  'composer.saveDraft': { from: ['frame'], request: v.strictObject({ text: plaintext }), reply: nothing },
  /** Makes an invitation for this chat: the text to send, a polite sentence and the certificate as a token. */
  'composer.invite': {
    from: ['frame'],
    request: nothing,
    reply: v.strictObject({ parts: v.array(wireText) }),
  },
  'composer.turnOff': { from: ['frame'], request: nothing, reply: nothing },
  /** Switches encryption on again for a chat that has members. */
  'composer.turnOn': { from: ['frame'], request: nothing, reply: nothing },
  /** Reads up to 50 wire texts for the conversation this frame was placed for. Never fails as a whole for one of them. */
  'reader.open': {
    from: ['frame'],
    request: v.strictObject({
      items: v.pipe(v.array(v.strictObject({ id: v.number(), wire: wireText })), v.maxLength(50)),
    }),
    reply: v.strictObject({ items: v.array(v.strictObject({ id: v.number(), reading })) }),
  },
  /** The invitation (or changed certificate) in this wire text, for the card. */
  'prompt.look': {
    from: ['frame'],
    request: v.strictObject({ wire: wireText }),
    reply: v.strictObject({
      reading,
      /** For `changed`: the fingerprint pinned before. */
      previous: v.nullable(fingerprint),
    }),
  },
  /**
   * Pins the certificate for this conversation, switches encryption on; `parts` is the answer to send, if one is due.
   * `fingerprint` and `previous` are what the card showed: a wire of several parts names its certificate by a checksum
   * alone, and what was an invitation may have become a changed certificate meanwhile. Anything else is refused.
   */
  'prompt.accept': {
    from: ['frame'],
    request: v.strictObject({ wire: wireText, fingerprint, previous: v.nullable(fingerprint) }),
    reply: v.strictObject({ parts: v.array(wireText) }),
  },
  'prompt.decline': {
    from: ['frame'],
    request: v.strictObject({ wire: wireText, fingerprint }),
    reply: nothing,
  },
  /** Opens Sotto's own window, where alone a passphrase is asked for. */
  'window.open': {
    from: ['frame', 'page'],
    request: v.strictObject({
      view: v.picklist(['unlock', 'start', 'chat', 'contacts', 'identity', 'sites', 'settings']),
    }),
    reply: nothing,
  },
} as const satisfies Record<string, Entry>;

/** In a pure call, so that bundles of frames and content scripts leave it out: objects with a spread are never left out. */
export const coreRequests = /* @__PURE__ */ (() =>
  ({
    ...frameRequests,
    ...contentRequests,
    ...identityRequests,
    ...recoveryRequests,
    // ---- the popup and the full page
    'vault.look': {
      from: ['page'],
      request: nothing,
      reply: v.strictObject({ state: vaultState, seal: v.nullable(seal), settings }),
    },
    'seal.set': { from: ['page'], request: v.strictObject({ seal }), reply: nothing },
    'vault.unlock': { from: ['page'], request: v.strictObject({ passphrase }), reply: nothing },
    'vault.changePassphrase': {
      from: ['page'],
      request: v.strictObject({ current: passphrase, next: passphrase }),
      reply: nothing,
    },
    'vault.lock': { from: ['page'], request: nothing, reply: nothing },
    'settings.set': { from: ['page'], request: settings, reply: nothing },
    'contacts.list': { from: ['page'], request: nothing, reply: v.array(contact) },
    /** Reads certificates from text or a file's bytes (base64) without keeping them. */
    'contacts.inspect': {
      from: ['page'],
      request: keySource,
      reply: v.array(v.strictObject({ contact, armored: v.string(), known: v.boolean() })),
    },
    'contacts.add': { from: ['page'], request: v.strictObject({ armored: v.string() }), reply: contact },
    /** Hides the contact; `contacts.restore` brings it back with its pins until the vault next locks. */
    'contacts.remove': { from: ['page'], request: v.strictObject({ contact: pin }), reply: nothing },
    'contacts.restore': { from: ['page'], request: v.strictObject({ contact: pin }), reply: nothing },
    /** Records that a person compared the fingerprint, or takes it back. */
    'contacts.verify': {
      from: ['page'],
      request: v.strictObject({ contact: pin, verified: v.boolean() }),
      reply: nothing,
    },
    /** What two people compare, in twelve groups of digits or sixteen words. `own`: the identity of ours that they know. */
    'contacts.safety': {
      from: ['page'],
      request: v.strictObject({ contact: pin, own: fingerprint }),
      reply: v.strictObject({
        digits: v.pipe(v.array(v.string()), v.length(12)),
        words: v.pipe(v.array(v.string()), v.length(16)),
      }),
    },
    /** The chat open in the active tab, if a site script there has looked one up. */
    'chat.current': {
      from: ['page'],
      request: nothing,
      reply: v.strictObject({
        site: v.nullable(site),
        origin: v.nullable(v.string()),
        chat: v.nullable(chatState),
        /** Of the page in that tab; null: no script of a site that is switched on has spoken there. */
        health: v.nullable(healthView),
      }),
    },
    /** What the side panel beside this tab stands for. */
    'panel.look': {
      from: ['page'],
      request: v.strictObject({ tab: v.pipe(v.number(), v.integer()) }),
      reply: v.strictObject({
        site: v.nullable(site),
        origin: v.nullable(v.string()),
        /** Chats that the site's scripts in that tab looked up and may speak for, the last one last. */
        open: v.array(v.strictObject({ conversation: conversationKey, title: chatTitle, frame: v.number() })),
        health: v.nullable(healthView),
      }),
    },
    /** Encryption on or off; on needs at least one member. Members are contacts' pins. */
    'chat.set': {
      from: ['page'],
      request: v.strictObject({
        conversation: conversationKey,
        on: v.boolean(),
        members: v.pipe(v.array(pin), v.maxLength(100)),
      }),
      reply: chatState,
    },
    /** Another identity for this chat. What was written to the one before is still read. */
    'chat.setIdentity': {
      from: ['page'],
      request: v.strictObject({ conversation: conversationKey, identity: pin }),
      reply: chatState,
    },
    /**
     * Decides a changed certificate: take the new one as pinned (not verified), or refuse it and go on with the one
     * before. `offered` is the one that the person saw: a decision about any other is refused.
     */
    'chat.decideChange': {
      from: ['page'],
      request: v.strictObject({
        conversation: conversationKey,
        contact: pin,
        offered: pin,
        accept: v.boolean(),
      }),
      reply: chatState,
    },
    'sites.list': { from: ['page'], request: nothing, reply: v.array(site) },
    /** Every messenger that Sotto knows by name. */
    'sites.known': { from: ['page'], request: nothing, reply: v.array(knownSite) },
    /** After the browser granted (or before it loses) the permission: registers or removes the content script. */
    'sites.set': {
      from: ['page'],
      request: v.strictObject({ origin: v.string(), on: v.boolean() }),
      reply: site,
    },
  }) as const satisfies Record<string, Entry>)();

export type RequestName = keyof typeof coreRequests;
export type RequestBody<N extends RequestName> = v.InferOutput<(typeof coreRequests)[N]['request']>;
export type ReplyBody<N extends RequestName> = v.InferOutput<(typeof coreRequests)[N]['reply']>;

/**
 * The key in `storage.local` whose change tells every frame and page of ours that something they show may be out of
 * date. Its value is random and says nothing. Firefox gives frames inside web pages no `storage.session` and no
 * messages from the core, so this is the one channel that reaches all of them; content scripts can see it too.
 */
export const CHANGE_KEY = 'change';
