/** Pages that are hard to read for who has never seen them. All of them send to the one list by the one script. */

type Layout = {
  readonly body: string;
  /** Attributes of the document element. */
  readonly html?: string;
  /** Documents of the page's own frames, by their path below the page's. */
  readonly frames?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

const list = '<div role="log" tabindex="0"></div>';
const form = '<form><textarea aria-label="Message"></textarea><button>Send</button></form>';
const chat = `<main>${list}${form}</main>`;

/** No source at all but what the page itself needs: frames are not among it. */
const bareSources = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";

const layouts = {
  plain: { body: chat },
  /** The chat is the smallest of the places to write; the comments are below what is commented on, in one scroller. */
  several: {
    body: `<header><input type="search" aria-label="Search"><input type="text" aria-label="Go to"></header>
<article><h1>A page of something else</h1><div class="feed">${'<p>Somebody says something.</p>'.repeat(12)}</div>
<div class="comment" contenteditable="true" role="textbox" aria-label="Add a comment"></div><button>Post</button></article>
<aside><h2>Bob</h2>${list}<form><div class="chat" contenteditable="true" role="textbox" aria-label="Message"></div><button>Send</button></form></aside>`,
  },
  arabic: {
    html: 'lang="ar" dir="rtl"',
    body: `<main><h1>بدر</h1>${list}<form><button>إرسال</button><textarea aria-label="اكتب رسالة"></textarea></form></main>`,
  },
  german: {
    html: 'lang="de"',
    body: `<main><h1>Bertha</h1>${list}<form><button type="button" aria-label="Datei anhängen">+</button><textarea aria-label="Nachricht schreiben"></textarea><button aria-label="Ab damit">➤</button></form></main>`,
  },
  /** The list scrolls in a page that scrolls, and each message in it can be scrolled sideways. */
  nested: {
    html: 'class="nested"',
    body: `<div class="outer"><div class="before"></div>${chat}<div class="before"></div></div>`,
  },
  /** Two lists that scroll, the second of which shows messages again, as what is pinned or found. */
  lists: { body: `<aside class="pinned" tabindex="0"></aside>${chat}` },
  isolated: {
    body: chat,
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  },
  bare: { body: chat, headers: { 'content-security-policy': bareSources } },
  sealed: {
    body: chat,
    headers: {
      'content-security-policy': `${bareSources}; require-trusted-types-for 'script'; trusted-types 'none'`,
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
  },
  boxInFrame: {
    body: `<main>${list}<iframe title="Editor" src="/boxInFrame/frame"></iframe></main>`,
    frames: { frame: form },
  },
  listInFrame: {
    body: `<main><iframe title="Messages" src="/listInFrame/frame"></iframe>${form}</main>`,
    frames: { frame: list },
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

export const layoutOf = (name: string): Layout | undefined =>
  Object.hasOwn(layouts, name) ? layouts[name as LayoutName] : undefined;
