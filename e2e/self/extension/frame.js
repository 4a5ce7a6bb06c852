/** Has the background keep what is typed, and counts the trusted keys it saw. */
const box = document.querySelector('textarea');
const output = document.querySelector('output');
box.addEventListener('keydown', (event) => {
  box.dataset.keys = String(Number(box.dataset.keys ?? 0) + (event.isTrusted ? 1 : 0));
});

document.querySelector('button').addEventListener('click', () => {
  chrome.runtime.sendMessage({ text: box.value }, ({ kept }) => {
    output.textContent = `stored ${kept}`;
  });
});

chrome.runtime.sendMessage({}, ({ started, kept }) => {
  document.body.dataset.kept = kept;
  document.body.dataset.worker = started;
});
