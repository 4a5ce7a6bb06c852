/**
 * What becomes of ciphertext that came into a chat while nobody looked at it. Whoever hands it over, which a page could,
 * learns nothing and gets nothing shown but a message that is news by its signature.
 */
import * as v from 'valibot';
import { readFileEnvelope } from '../../protocol/file-envelope';
import type { MessageReading, Reading } from '../../protocol/reading';
import type { ConversationKey, Notifications as Choice } from '../../protocol/shapes';
import { chatHash } from '../chat-index';
import { conversationAt } from '../conversations';
import type { CoreParts } from '../core-parts';
import type { Reader } from '../reader';
import { createSerial } from '../serial';
import { sessionCell } from '../session-cell';
import { readWireText } from '../wire-text';
import { tabInFront } from './in-front';
import { known, meet, nothingIsNews, type Known } from './newness';
import { notificationName, notificationText } from './notification-text';
import type { Notifications, Turn, Words } from './notifications';

const MINUTE = 60_000;
/** Notifications in a minute, at most. */
const MOST_SHOWN = 5;
/** Wire texts that are looked at in a minute, at most. */
const MOST_READ = 60;

/** None of these rejects or tells anything: nobody waits for them. */
export type Arrivals = {
  readonly arrived: (tab: number, conversation: ConversationKey, wires: readonly string[]) => Promise<void>;
  /** A frame was given these readings: in front of the person they are news no more. */
  readonly read: (tab: number, conversation: ConversationKey, readings: readonly Reading[]) => Promise<void>;
  /** This chat stands open in this tab. */
  readonly looked: (tab: number, conversation: ConversationKey) => Promise<void>;
  readonly begin: (from: Known) => Promise<void>;
  /** Locked: nothing is news, and what was met is forgotten. */
  readonly end: () => Promise<void>;
};

export function createArrivals(
  { platform, vault, openChats, now }: CoreParts,
  reader: Reader,
  notifications: Notifications,
): Arrivals {
  const { session, i18n } = platform;
  const knownNow = sessionCell(session, 'news', known, nothingIsNews);
  const times = sessionCell<readonly number[]>(session, 'notificationTimes', v.array(v.number()), []);
  const serial = createSerial();
  const quietly = (work: () => Promise<void>) => serial(work).catch((error: unknown) => console.error(error));
  let looks: readonly number[] = [];

  const mayLook = (count: number) => {
    looks = looks.filter((time) => now() - time < MINUTE);
    if (looks.length + count > MOST_READ) return false;
    looks = [...looks, ...Array.from({ length: count }, now)];
    return true;
  };
  const mayShow = () =>
    times.update((before) => {
      const recent = before.filter((time) => Math.abs(now() - time) < MINUTE);
      return recent.length < MOST_SHOWN ? [[...recent, now()], true] : [recent, false];
    });

  const isInFront = async (tab: number, { site, chat }: ConversationKey) => {
    const front = await tabInFront(platform);
    if (front === null) return false;
    if (front === tab) return true;
    // The side panel is no tab, and the same chat may be open in two: what the tab in front shows decides.
    const shown = (await openChats.inTab(front)).at(-1)?.conversation;
    return shown?.site === site && shown.chat === chat;
  };

  /** The last of these that is news. */
  const newestOf = async (wires: readonly string[], at: ConversationKey): Promise<MessageReading | null> => {
    let newest: MessageReading | null = null;
    for (const wire of wires) {
      const reading = await reader.message(wire, at);
      if (reading?.kind !== 'message') continue;
      const isNews = await knownNow.update((before) => meet(before, reading, now()));
      if (isNews) newest = reading;
    }
    return newest;
  };

  const wordsOf = ({ author, text }: MessageReading, choice: Choice): Words => {
    const title = notificationName(author?.name ?? '');
    if (choice !== 'text') return { title, message: i18n.getMessage('notificationNoText') };
    const file = readFileEnvelope(text);
    if (!file) return { title, message: notificationText(text) };
    return { title, message: i18n.getMessage('notificationFile', [notificationText(file.name)]) };
  };

  /** Locked, nothing can be known of them: one notice without a name, until somebody looks. */
  const namelessFor = async (
    wires: readonly string[],
    conversation: ConversationKey,
  ): Promise<Words | null> => {
    const clear = await vault.peekClear();
    if (!clear || !isOn(clear.chats[await chatHash(clear.salt, conversation)])) return null;
    if (!wires.some(isMessage) || (await notifications.stands(null))) return null;
    return { title: i18n.getMessage('extensionName'), message: i18n.getMessage('notificationLocked') };
  };

  const wordsFor = async (wires: readonly string[], conversation: ConversationKey, choice: Choice) => {
    const opened = await vault.peek();
    if (!opened) return (await vault.state()) === 'locked' ? namelessFor(wires, conversation) : null;
    if (!isOn(conversationAt(opened.contents, conversation).mode)) return null;
    const newest = await newestOf(wires, conversation);
    return newest && wordsOf(newest, choice);
  };

  const tell = async (tab: number, conversation: ConversationKey, wires: readonly string[]) => {
    const choice = (await vault.peekClear())?.settings.notifications ?? 'none';
    if (choice === 'none' || !(await notifications.areAllowed())) return;
    if (!mayLook(wires.length) || (await isInFront(tab, conversation))) return;
    const turn: Turn = notifications.turn();
    const words = await wordsFor(wires, conversation, choice);
    if (words && (await mayShow())) await notifications.show({ tab, conversation }, words, turn);
  };

  return {
    arrived: (tab, conversation, wires) => quietly(() => tell(tab, conversation, wires)),
    read: (tab, conversation, readings) =>
      quietly(async () => {
        const { since } = await knownNow.get();
        const isRecent = (reading: Reading) =>
          reading.kind === 'message' && reading.time !== null && since !== null && reading.time > since;
        // Most of what is read is old: then nobody need be asked what the person looks at.
        if (!readings.some(isRecent) || !(await isInFront(tab, conversation))) return;
        await knownNow.update((before) => [
          readings.reduce((after, reading) => meet(after, reading, now())[0], before),
          undefined,
        ]);
      }),
    looked: (tab, conversation) =>
      quietly(async () => {
        if (!(await notifications.stands(conversation)) || !(await isInFront(tab, conversation))) return;
        await notifications.clear(conversation);
      }),
    begin: (from) => knownNow.update(() => [from, undefined]),
    end: () => knownNow.update(() => [nothingIsNews, undefined]),
  };
}

const isOn = (mode: string | undefined) => mode === 'on' || mode === 'blocked';

function isMessage(wire: string): boolean {
  const read = readWireText(wire);
  return read.form === 'armor' || (read.form === 'token' && read.token.kind === 'message');
}
