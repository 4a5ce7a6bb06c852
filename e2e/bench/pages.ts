/** The pages that the bench looks at: a plain messenger with a list that scrolls and a box to write in. */

const style = `
  html, body { margin: 0; height: 100% }
  body { display: flex; flex-direction: column; font: 14px/20px sans-serif; color: #222; background: #fff }
  #list { flex: 1; overflow: auto; overflow-anchor: none }
  .row { padding: 4px 16px; overflow-wrap: anywhere }
  .author { font-weight: bold }
  .text { max-width: 640px }
  form { display: flex; padding: 8px; gap: 8px }
  textarea { flex: 1; height: 40px }`;

/** Sends what stands in the box: it joins the list, and `data-sent` says when. */
const script = `
  const list = document.getElementById('list');
  const box = document.querySelector('textarea');
  const now = () => String(performance.timeOrigin + performance.now());
  list.scrollTop = list.scrollHeight;
  box.addEventListener('input', () => { document.documentElement.dataset.filled = now(); });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value === '') return;
    const row = list.querySelector('.row').cloneNode(true);
    row.querySelector('.text').textContent = box.value;
    list.append(row);
    list.scrollTop = list.scrollHeight;
    box.value = '';
    document.documentElement.dataset.sent = now();
  });`;

/** A chat of these messages, the last of them on the screen. */
export function chatPage(messages: readonly string[]): string {
  const rows = messages.map(
    (message) =>
      `<div class="row"><div class="author">Bob</div><div class="text">${escaped(message)}</div></div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bob</title><style>${style}</style>
<div id="list" tabindex="0">${rows.join('\n')}</div>
<form><textarea aria-label="Message"></textarea><button>Send</button></form>
<script>${script}</script></html>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
