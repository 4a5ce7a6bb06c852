/** What the popup asks about the chat in the active tab, and about sites. */
import { SottoError } from '../protocol/errors';
import { chatStateOf } from './chat-state';
import { conversationAt, modeWhenOn, withConversation, withMembers } from './conversations';
import type { CoreParts } from './core-parts';
import { identityNamed, withIdentity } from './identities';
import { acceptMember, declineMember } from './introduction';
import type { Pin } from '../openpgp/types';
import type { Handlers } from './router';
import { knownSites } from './site-catalogue';
import type { PageSender } from './sender';
import type { Contents, Conversation } from './store/contents';

export function chatHandlers({ platform, vault, openChats, sites, health, now }: CoreParts) {
  /** The tab that the person means. The popup stands over it; our own page in a tab or window is not a chat itself. */
  const tabInView = async (sender: PageSender) => {
    if (sender.tab !== null) {
      const latest = await openChats.latest();
      return { tab: latest?.tab ?? null, known: latest, url: undefined };
    }
    const [active] = await platform.tabs.query({ active: true, lastFocusedWindow: true });
    const tab = active?.id ?? null;
    const known = tab === null ? null : ((await openChats.inTab(tab)).at(-1) ?? null);
    // The URL is there while the person has the popup open over the tab (activeTab).
    return { tab, known, url: active?.url };
  };

  /** The browser tells it for sites that are switched on, and for the tab that Sotto's button was pressed over. */
  const originOfTab = async (tab: number) => {
    const url = await platform.tabs.get(tab).then(
      (found) => found.url,
      () => undefined,
    );
    return url === undefined ? null : originOf(url);
  };

  return {
    'chat.current': async (_, sender) => {
      const { tab, known, url } = await tabInView(sender);
      const origin = known?.origin ?? (url === undefined ? null : originOf(url));
      return {
        site: origin === null ? null : await sites.at(origin),
        origin,
        chat: known && (await chatStateOf(vault, known.conversation, known.title, true, now())),
        health: await health.inTab(tab),
      };
    },
    'panel.look': async ({ tab }) => {
      const open = await openChats.inTab(tab);
      const origin = open.at(-1)?.origin ?? (await originOfTab(tab));
      return {
        site: origin === null ? null : await sites.at(origin),
        origin,
        open: open.map(({ conversation, title, frame }) => ({ conversation, title, frame })),
        health: await health.inTab(tab),
      };
    },
    'chat.set': async ({ conversation, on, members }) => {
      const title = await openChats.titleOf(conversation);
      await vault.change(async (contents) => {
        const before = conversationAt(contents, conversation, title);
        const next = on
          ? switchedOn(before, knownPins(contents, members), now())
          : { ...before, mode: 'off' as const };
        return [withConversation(contents, next), undefined];
      });
      return chatStateOf(vault, conversation, title, true, now());
    },
    'chat.setIdentity': async ({ conversation, identity }) => {
      const title = await openChats.titleOf(conversation);
      await vault.change(async (contents) => {
        const { pin } = identityNamed(contents, identity);
        const before = conversationAt(contents, conversation, title);
        return [withConversation(contents, withIdentity(before, pin, now())), undefined];
      });
      return chatStateOf(vault, conversation, title, true, now());
    },
    'chat.decideChange': async ({ conversation, contact, offered, accept }) => {
      await vault.change(async (contents) => {
        const before = conversationAt(contents, conversation);
        const { changed } = before;
        if (!changed || changed.previous !== contact || changed.pin !== offered) {
          throw new SottoError('bad_request');
        }
        const next = accept
          ? acceptMember(contents, before, changed, changed.previous, now())
          : declineMember(contents, before, changed.pin);
        return [next, undefined];
      });
      return chatStateOf(vault, conversation, await openChats.titleOf(conversation), true, now());
    },
    'sites.list': () => sites.list(),
    'sites.known': () => Promise.resolve(knownSites()),
    'sites.set': ({ origin, on }) => sites.set(origin, on),
  } satisfies Partial<Handlers>;
}

/**
 * An undecided certificate goes on blocking: switching off and on decides nothing, nor does a larger group. It is
 * decided once the member whom it claims to be is removed, or it is chosen as a member itself.
 */
function switchedOn(before: Conversation, members: readonly Pin[], now: number): Conversation {
  const isOpen =
    before.changed && members.includes(before.changed.previous) && !members.includes(before.changed.pin);
  const changed = isOpen ? before.changed : null;
  return { ...withMembers(before, members, now), mode: modeWhenOn(changed), changed };
}

/** Throws SottoError `no_members` for none, and `bad_request` for a pin that is no contact's. */
function knownPins(contents: Contents, members: readonly string[]) {
  if (members.length === 0) throw new SottoError('no_members');
  return members.map((pin) => {
    const contact = contents.contacts.find((entry) => entry.pin === pin && !entry.hidden);
    if (!contact) throw new SottoError('bad_request');
    return contact.pin;
  });
}

function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
