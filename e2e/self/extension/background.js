/** Answers, so that a test sees whether it runs (each start has its own name), and keeps a text in IndexedDB. */
const started = Math.random().toString(36);

const opened = new Promise((resolve) => {
  const opening = indexedDB.open('probe', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('kept'));
  opening.addEventListener('success', () => resolve(opening.result));
});

const done = (request) =>
  new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result ?? ''));
  });

chrome.runtime.onMessage.addListener((message, _sender, reply) => {
  const answer = async () => {
    const kept = (await opened).transaction('kept', 'readwrite').objectStore('kept');
    if (typeof message.text === 'string') await done(kept.put(message.text, 'text'));
    reply({ started, kept: await done(kept.get('text')) });
  };
  void answer();
  return true;
});
