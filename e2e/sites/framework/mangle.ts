/** What messengers do to a message's text: on its way out, and when it is drawn. */
import { h } from './dom';

/** Done to the text itself before it is sent. */
export type Rewriting = 'trim' | 'collapse' | 'dashes' | 'guillemets' | 'no-zero-width' | 'no-blank-lines';
/** Done when the text is drawn: marks go, pictures come, text is cut into pieces. */
type Drawing = 'markdown' | 'emoticons' | 'emoji-images' | 'links' | 'mentions' | 'spans' | 'wbr';

export type Mangling = {
  readonly rewrite: readonly Rewriting[];
  readonly draw: readonly Drawing[];
  /** How line breaks are drawn. */
  readonly lines: 'kept' | 'br' | 'paragraphs';
  /** Stands behind the text, inside its element: a time, "(edited)". */
  readonly inside?: readonly ('time' | 'edited')[];
  /** Longer texts are cut here; `tailInDom`: by style alone. */
  readonly seeMore?: { readonly at: number; readonly tailInDom: boolean };
};

const rewriters: Readonly<Record<Rewriting, (text: string) => string>> = {
  trim: (text) => text.trim(),
  collapse: (text) => text.replaceAll(/[^\S\n]+/g, ' '),
  dashes: (text) => text.replaceAll('--', '—'),
  guillemets: (text) => text.replaceAll('<<', '«').replaceAll('>>', '»'),
  'no-zero-width': (text) => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' '),
  'no-blank-lines': (text) => text.replaceAll(/\n{2,}/g, '\n'),
};

export const rewritten = (text: string, rewriting: readonly Rewriting[]): string =>
  rewriting.reduce((now, name) => rewriters[name](now), text);

/** The smallest picture there is. */
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const picture = (alt: string) => h(`img[src="${pixel}"][alt="${alt}"]`);
/** Pieces are this long where a site cuts text up. */
const piece = 97;

const pieces = (text: string) => text.match(new RegExp(`[^]{1,${piece}}`, 'g')) ?? [];

/** What a text becomes: each rule looks for its pattern in the text that the others left. */
const drawers: Readonly<
  Record<Drawing, { readonly find: RegExp; readonly make: (found: string) => readonly (Node | string)[] }>
> = {
  markdown: {
    find: /(?<mark>[*_~`])[^\s*_~`][^*_~`\n]*\k<mark>/,
    make: (found) => [h('strong', found.slice(1, -1))],
  },
  emoticons: { find: /:-?\)|;-?\)|<3|:-?D/, make: (found) => [picture(found)] },
  'emoji-images': { find: /\p{Extended_Pictographic}/u, make: (found) => [picture(found)] },
  links: {
    find: /https?:\/\/\S+|\b[a-z0-9-]+\.(?:com|org|net)\b/,
    make: (found) => [h('a[href="#"]', found.slice(0, 40))],
  },
  mentions: { find: /[@#]\w+/, make: (found) => [h('span.mention', found)] },
  spans: {
    find: new RegExp(`\\S{${piece + 1},}`),
    make: (found) => pieces(found).map((text) => h('span', text)),
  },
  wbr: {
    find: new RegExp(`\\S{${piece + 1},}`),
    make: (found) => pieces(found).flatMap((text) => [text, h('wbr')]),
  },
};

/** The text as the site draws it: nodes for the message's text element. */
export function drawn(text: string, { draw, lines }: Mangling): Node[] {
  const block = (line: string) => draw.reduce<Node[]>(applied, [new Text(line)]);
  if (lines === 'kept') return block(text);
  const all = text.split('\n');
  if (lines === 'paragraphs') return all.map((line) => h('p', ...block(line)));
  return all.flatMap((line, at) => (at === 0 ? block(line) : [h('br'), ...block(line)]));
}

function applied(nodes: Node[], name: Drawing): Node[] {
  const { find, make } = drawers[name];
  const all = new RegExp(find, `${find.flags}g`);
  return nodes.flatMap((node) => {
    if (!(node instanceof Text)) return [node];
    const made: (Node | string)[] = [];
    let end = 0;
    for (const match of node.data.matchAll(all)) {
      made.push(node.data.slice(end, match.index), ...make(match[0]));
      end = match.index + match[0].length;
    }
    made.push(node.data.slice(end));
    return made.filter((one) => one !== '').map((one) => (typeof one === 'string' ? new Text(one) : one));
  });
}
