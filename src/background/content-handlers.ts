/** What content scripts may ask: public facts, a frame's place, and the insertion of ciphertext. */
import { scan } from '../wire/scanner';
import { SottoError } from '../protocol/errors';
import { INSERT_MARK, type ConversationKey } from '../protocol/shapes';
import { chatStateOf } from './chat-state';
import { withTitle } from './conversations';
import type { CoreParts } from './core-parts';
import { answerChooserInMainWorld, catchFileInMainWorld, giveFileInMainWorld } from './main-world-file';
import type { Arrivals } from './notifications/arrivals';
import { insertInMainWorld } from './main-world-insert';
import type { Handlers } from './router';
import { NO_TAB, type ContentSender } from './sender';
import { knownSite, maySpeakFor, productBundle } from './site-catalogue';
import type { Contents } from './store/contents';

export function contentHandlers(
  { platform, vault, pairing, openChats, sites, health, now }: CoreParts,
  arrivals: Arrivals,
) {
  /** Throws SottoError `unknown_site` unless the person switched this site on, and it speaks for itself. */
  const checkSite = async (sender: ContentSender, conversation?: ConversationKey) => {
    if (!(await sites.isOn(sender.url))) throw new SottoError('unknown_site');
    if (conversation && !maySpeakFor(sender.url, conversation)) throw new SottoError('unknown_site');
  };

  /** While locked without its title, which the content script says again when it looks after the unlock. */
  const noteChat = async (
    { tab, frame, url }: ContentSender,
    conversation: ConversationKey,
    title: string,
  ) => {
    const state = await vault.state();
    const kept = state === 'unlocked' || state === 'empty' ? title : '';
    await openChats.note({ tab, frame, origin: url.origin, conversation, title: kept });
    const opened = await vault.peek();
    const name = (contents: Contents) => withTitle(contents, conversation, title);
    if (!opened || name(opened.contents) === opened.contents) return;
    // A look is not to fail for a name: the next one brings it again.
    await vault
      .change((contents) => Promise.resolve([name(contents), undefined]), 'quiet')
      .catch(() => undefined);
  };

  /** Runs one more script of ours in the document of the one that asks. */
  const putBeside = ({ tab, document }: ContentSender, file: string) =>
    platform.scripting.executeScript({ target: { tabId: tab, documentIds: [document] }, files: [file] });

  /** Runs a function of ours in the page's own world, in the document of the one that asks. */
  const runInPage = async <Args extends unknown[]>(
    { tab, document }: ContentSender,
    func: (...args: Args) => void,
    args: Args,
  ) => {
    const target = { tabId: tab, documentIds: [document] };
    await platform.scripting.executeScript({ target, world: 'MAIN', func, args });
  };

  return {
    'chat.look': async ({ conversation, title }, sender) => {
      if (sender.kind === 'content') {
        await checkSite(sender, conversation);
        await noteChat(sender, conversation, title);
        void arrivals.looked(sender.tab, conversation);
      }
      return chatStateOf(vault, conversation, title, sender.kind === 'page', now());
    },
    'frame.place': async ({ kind, conversation, title, limit, newlines }, sender) => {
      if (sender.kind === 'content') {
        await checkSite(sender, conversation);
        await noteChat(sender, conversation, title);
      }
      const tab = sender.tab ?? NO_TAB;
      return { nonce: await pairing.announce({ tab, kind, conversation, limit, newlines }) };
    },
    'chat.arrived': async ({ conversation, wires }, sender) => {
      await checkSite(sender, conversation);
      // Not waited for: how long it takes would say what was found.
      void arrivals.arrived(sender.tab, conversation, wires);
      return {};
    },
    'site.health': async ({ site, health: report }, sender) => {
      await checkSite(sender);
      const { tab, frame, url } = sender;
      await health.note({ tab, frame, view: { site: knownSite(url, site), ...report } });
      return {};
    },
    'site.load': async ({ site }, sender) => {
      await checkSite(sender);
      const file = productBundle(site);
      if (file === null) throw new SottoError('unknown_site');
      await putBeside(sender, file);
      return {};
    },
    'page.load': async ({ part }, sender) => {
      await checkSite(sender);
      await putBeside(sender, `content/${part}.js`);
      return {};
    },
    'page.insert': async ({ mark, text, method }, sender) => {
      await checkSite(sender);
      // Taking out puts nothing in, so it takes nothing along.
      const takesOut = method === 'clear' || method === 'cut';
      const ciphertext = takesOut ? '' : text;
      if (!takesOut && !isOurWriting(text, platform.i18n.getMessage('invitation_sentence'))) {
        throw new SottoError('bad_request');
      }
      await runInPage(sender, insertInMainWorld, [INSERT_MARK, mark, method, ciphertext]);
      return {};
    },
    'page.file': async ({ mark, way }, sender) => {
      await checkSite(sender);
      if (way === 'choose') await runInPage(sender, answerChooserInMainWorld, [INSERT_MARK, mark]);
      else if (way === 'save') await runInPage(sender, catchFileInMainWorld, [INSERT_MARK, mark]);
      else await runInPage(sender, giveFileInMainWorld, [INSERT_MARK, mark, way]);
      return {};
    },
  } satisfies Partial<Handlers>;
}

/**
 * Whether a text is ciphertext and nothing else, so that nobody can make the core type plain words into a page. Before
 * an invitation our own sentence may stand, whose words are the same for everybody.
 */
function isOurWriting(text: string, sentence: string): boolean {
  const rest = sentence !== '' && text.startsWith(sentence) ? text.slice(sentence.length) : text;
  let end = 0;
  for (const found of scan(rest)) {
    if (!found.complete || found.form === 'certificate-armor' || rest.slice(end, found.start).trim() !== '')
      return false;
    // The scanner reads through what a site puts in; what we write has nothing put in.
    if (squeezed(rest.slice(found.start, found.end)) !== squeezed(found.wire)) return false;
    end = found.end;
  }
  return rest.slice(end).trim() === '' && (end > 0 || rest !== text);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}
