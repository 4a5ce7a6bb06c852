/**
 * Any other site that the person switches on: its compose box is found by role, place and behaviour, its messages by
 * their text, its chats by their address or the heading over them.
 */
import { boxText, isEmpty } from '../content/box-text';
import { openRoots, rootsBelow } from '../content/open-roots';
import { mayHoldWire } from '../content/list/last-wire';
import { isVisible, onePlace, type Site } from '../content/site';
import { chatHead, nameIn } from './generic/chat-name';
import { findBox } from './generic/find-box';
import { listOf } from './generic/find-list';
import { composeArea, createSendFinder } from './generic/find-send';
import { isProduct } from './generic/product';

/** Milliseconds for which the box that was found is taken to be the best one still. */
const HOLDS = 800;
/** Milliseconds after its start in which a page's style is waited for. */
const UNSTYLED = 4000;

let box: HTMLElement | null = null;
let list: HTMLElement | null = null;
let root: HTMLElement | null = null;
let looked = Number.NEGATIVE_INFINITY;
/** What was found in a page without its style is not held to be the best. */
let lookedIn = styleNow();
const send = createSendFinder();

/** Whether the page has its style: none while it is parsed, or while a sheet is on its way. */
function styleNow(): 'none' | 'some' | 'all' {
  const { readyState } = document;
  if (readyState === 'complete') return 'all';
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')];
  return readyState === 'loading' || sheets.some(({ sheet }) => !sheet) ? 'none' : 'some';
}

function composeBox(): HTMLElement | null {
  const now = performance.now();
  const isThere = box !== null && box.isConnected && isVisible(box);
  // What is being written or sent stays where it is.
  const isOld = now - looked > HOLDS || lookedIn !== styleNow();
  if (!isThere || (isOld && box && boxText(box) === '')) {
    looked = now;
    lookedIn = styleNow();
    box = findBox(box);
    const found = box && listOf(box);
    if (found) list = found.element;
    else if (!list?.isConnected || !isVisible(list)) list = null;
    root = rootOf(list);
  }
  if (box && isEmpty(box)) send.lookWhileEmpty(box, list);
  return box;
}

/**
 * A name that is not found is no other name: while address and box are the same, the chat is still the one that was
 * named. Otherwise whatever hides a heading for a moment would show an encrypted chat as another, plain one. Nor is
 * another text the name while what named the chat still stands over the list.
 */
let named: {
  readonly address: string;
  readonly by: HTMLElement | null;
  readonly under: HTMLElement | null;
  readonly head: Element | null;
  readonly name: string;
} | null = null;

function nameNow(address: string): string {
  const under = list?.isConnected ? list : box;
  const before = named?.address === address && named.by === box ? named : null;
  const { head: old, name: kept = '' } = before ?? {};
  if (kept && old && isVisible(old) && nameIn(old) === kept && [before?.under, box].includes(under))
    return kept;
  const head = under && chatHead(under, box);
  const name = (head && nameIn(head)) || kept;
  named = { address, by: box, under, head, name };
  return name;
}

/** Where messages are: by the box's side, unless what we wrote stands elsewhere only. */
function rootOf(found: HTMLElement | null): HTMLElement {
  if (!found || found.getRootNode() !== document) return found ?? document.body;
  const isElsewhere = !mayHoldWire(found) && mayHoldWire(document.body);
  return isElsewhere ? document.body : found;
}

/** Whether the address tells one chat from another: with an id in it. Words alone may be the same for all chats. */
function addressTells(): boolean {
  return /\d/.test(`${location.pathname}${location.search}${location.hash}`);
}

export const generic: Site = {
  id: location.host.toLowerCase() || 'local',
  detect: () => !isProduct() && composeBox() !== null,
  places: onePlace({
    chat: () => {
      // A product may come after what stood here before it, as after its own sign-in: its script then takes over.
      isProduct();
      if (!composeBox() && !list?.isConnected) return null;
      const address = `${location.pathname}${location.search}${location.hash}`;
      const name = nameNow(address);
      // Before its style has come, a page shows no heading over anything; a chat that is named only then would be another.
      // Not for long: a page that never ends to load would keep an encrypted chat's box uncovered.
      if (name === '' && lookedIn === 'none' && performance.now() < UNSTYLED && !addressTells()) return null;
      const chat = (addressTells() || name === '' ? address : `${address} ${name}`).slice(0, 512);
      return { conversation: { site: generic.id, chat }, title: (name || document.title).slice(0, 200) };
    },
    composeBox,
    composeArea: (of) => composeArea(of, list),
    messageRoot: () => (root?.isConnected ? root : document.body),
    sendButton: (of) => send.find(of, list),
  }),
  islands: (within) => {
    const inner = within === document.body ? openRoots().slice(1) : rootsBelow(within);
    return inner.flatMap((island) => [...island.children]);
  },
  // A box with a script of its own takes a paste; one without lets it pass, which costs less than a command gone wrong.
  insert: ['paste', 'command', 'beforeinput'],
  enter: 'setting',
  get limit() {
    const most = box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? box.maxLength : -1;
    return most >= 100 ? most : null;
  },
  newlines: false,
  delivery: () => 'sent',
  isMessageText: () => false,
  seeMore: () => null,
  upload: 'guess',
  pace: 1000,
};
