/** What all hard pages do: the form's text becomes a row of the list, be that in another frame of the page. */

const documents = (): Document[] => {
  const top = window.top?.document ?? document;
  return [
    top,
    ...[...top.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? []),
  ];
};
const list = () =>
  documents()
    .map((each) => each.querySelector('[role="log"]'))
    .find((found) => found !== null);

const form = document.querySelector('form');
const box = form?.querySelector<HTMLElement>('textarea, [contenteditable]');
const textOf = (element: HTMLElement) =>
  element instanceof HTMLTextAreaElement ? element.value : element.innerText;

const send = () => {
  if (!box) return;
  const text = textOf(box).trim();
  if (text === '') return;
  if (box instanceof HTMLTextAreaElement) box.value = '';
  else box.replaceChildren();
  const into = list();
  if (!into) throw new Error('No list');
  const row = into.ownerDocument.createElement('div');
  row.className = 'row';
  const content = into.ownerDocument.createElement('div');
  content.className = 'text';
  content.textContent = text;
  row.append(content);
  into.append(row);
  into.scrollTop = into.scrollHeight;
};
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  send();
});
document.documentElement.dataset['ready'] = '';
