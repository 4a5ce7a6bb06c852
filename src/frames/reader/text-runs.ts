/** Splits a message into runs for display. Joined again, the runs are the message, character for character. */

export type Run =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string };

/** Opens a block of code when a line begins so; a line of it alone closes the block. */
const fence = '```';
/** Visible characters only: a link must not hold what the eye cannot see (spaces, controls, bidirectional marks). */
const address = /\bhttps?:\/\/[^\s\p{Cc}\p{Cf}<>"'`]+/giu;
/** What more likely ends the sentence than the address. */
const trailing = new Set('.,;:!?…’”');
const brackets = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Takes time linear in the message's length, whatever is in it. */
export function textRuns(message: string): Run[] {
  return codeRuns(message).flatMap((run) => (run.kind === 'code' ? [run] : linkRuns(run.text)));
}

/** Cuts out fenced blocks, from the opening fence to the end of the closing line. */
function codeRuns(message: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let opened: number | undefined;
  for (let start = 0; start <= message.length;) {
    const newline = message.indexOf('\n', start);
    const end = newline < 0 ? message.length : newline;
    if (message.startsWith(fence, start)) {
      if (opened === undefined) opened = start;
      else if (message.slice(start, end).trimEnd() === fence) {
        addPlain(runs, message.slice(from, opened));
        runs.push({ kind: 'code', text: message.slice(opened, end) });
        from = end;
        opened = undefined;
      }
    }
    start = end + 1;
  }
  addPlain(runs, message.slice(from));
  return runs;
}

function linkRuns(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = withoutTail(found);
    const href = safeHref(shown);
    if (href === undefined) continue;
    addPlain(runs, text.slice(from, index));
    runs.push({ kind: 'link', text: shown, href });
    from = index + shown.length;
  }
  addPlain(runs, text.slice(from));
  return runs;
}

function addPlain(runs: Run[], text: string): void {
  if (text !== '') runs.push({ kind: 'plain', text });
}

/** Cuts punctuation, and closing brackets that were opened before the address. */
function withoutTail(found: string): string {
  /** Of each bracket, how many more close than open. */
  const surplus = new Map<string, number>();
  const count = (bracket: string, by: number) => surplus.set(bracket, (surplus.get(bracket) ?? 0) + by);
  for (const character of found) {
    if (brackets.has(character)) count(character, 1);
    for (const [closing, opening] of brackets) if (character === opening) count(closing, -1);
  }
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if ((surplus.get(last) ?? 0) > 0) count(last, -1);
    else if (!trailing.has(last)) break;
  }
  return found.slice(0, end);
}

/** The parsed address; undefined unless it is http(s) and carries no user name, which serves to look like another host. */
function safeHref(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return username === '' && password === '' ? href : undefined;
}
