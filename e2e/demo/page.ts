/** The two HTML pages of the demo messenger. */
import type { Message } from './protocol';

const head = (title: string, limit: number | null = null) => `<!doctype html>
<html lang="en" data-messenger="demo"${limit === null ? '' : ` data-limit="${limit}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
`;

/** The messenger: the client builds the rest. */
export const chatPage = (
  limit: number | null,
): string => `${head('Parley', limit)}<script type="module" src="/client.js"></script>
</head>
<body></body>
</html>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Words for filler messages: no real person said them, and the same number gives the same message. */
const words =
  'the train was late again so we walked along the river and talked about music until it rained'.split(' ');

function filler(index: number): string {
  const length = 3 + ((index * 7) % 30);
  return Array.from({ length }, (_, at) => words[(index * 5 + at * 3) % words.length]).join(' ');
}

/**
 * All messages at once, without any script: for benchmarks. `n` messages, of which the last `encrypted` are those
 * stored in this chat (repeated if there are fewer), the others filler.
 */
export function plainPage(query: URLSearchParams, stored: readonly Message[]): string {
  const count = Number(query.get('n') ?? '1000');
  const encrypted = stored.length === 0 ? 0 : Number(query.get('encrypted') ?? '0');
  const rows = Array.from({ length: count }, (_, index) => {
    const fromStore = index - (count - encrypted);
    const message = fromStore < 0 ? undefined : stored[fromStore % stored.length];
    const from = message?.from ?? (index % 2 === 0 ? 'alice' : 'bob');
    const side = from === (query.get('user') ?? 'alice') ? 'own' : 'other';
    const text = escape(message?.text ?? filler(index));
    return `<div class="row ${side}" data-message-id="p${index}"><div class="bubble"><div class="message-text" dir="auto">${text}</div></div></div>`;
  });
  return `${head('Parley, plain')}</head>
<body class="plain"><main>
<header><h1>Plain page</h1></header>
<div role="log" aria-label="Messages" tabindex="0">${rows.join('\n')}</div>
<footer><div class="box" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Message"></div>
<button type="button" class="send" aria-label="Send"></button></footer>
</main></body>
</html>`;
}
