/** Splits a message into runs for display. Joined again, the runs are the message, character for character. */

export type Run =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string };

/** A fenced block: three backticks at the start of a line up to the next such line. */
const fence = /^```[^\n]*\n[\s\S]*?^```[^\S\n]*$/gm;
/** Visible characters only: a link must not hold what the eye cannot see (spaces, controls, bidirectional marks). */
const address = /\bhttps?:\/\/[^\s\p{Cc}\p{Cf}<>"'`]+/giu;
/** What more likely ends the sentence than the address. */
const trailing = /[.,;:!?…’”]+$/u;

export function textRuns(message: string): Run[] {
  return split(message, fence, (text) => ({ kind: 'code', text })).flatMap((run) =>
    run.kind === 'code' ? [run] : linkRuns(run.text),
  );
}

function linkRuns(text: string): Run[] {
  return split(text, address, (found) => {
    const shown = withoutTail(found);
    const href = safeHref(shown);
    return href === undefined ? undefined : { kind: 'link', text: shown, href };
  });
}

/** Cuts punctuation, and closing brackets that were opened before the address. */
function withoutTail(found: string): string {
  let shown = found;
  for (;;) {
    const cut = shown.replace(trailing, '');
    const last = cut.at(-1) ?? '';
    const open = { ')': '(', ']': '[', '}': '{' }[last];
    const unopened = open !== undefined && count(cut, last) > count(cut, open);
    const next = unopened ? cut.slice(0, -1) : cut;
    if (next === shown) return shown;
    shown = next;
  }
}

const count = (text: string, character: string) => text.split(character).length - 1;

/** The parsed address; undefined unless it is http(s) and carries no user name, which serves to look like another host. */
function safeHref(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return username === '' && password === '' ? href : undefined;
}

/** Cuts `text` at the matches of `pattern`; `make` may take less than the match or nothing. */
function split(text: string, pattern: RegExp, make: (found: string) => Run | undefined): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const run = make(match[0]);
    if (!run) continue;
    if (match.index > from) runs.push({ kind: 'plain', text: text.slice(from, match.index) });
    runs.push(run);
    from = match.index + run.text.length;
  }
  if (from < text.length) runs.push({ kind: 'plain', text: text.slice(from) });
  return runs;
}
