/** Puts as many blank frames into the page as its address asks for, and notes when the last of them had loaded. */
const wanted = Number(new URLSearchParams(location.search).get('frames') ?? 0);
let loaded = 0;
for (let index = 0; index < wanted; index += 1) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; left: 0; top: ${index * 40}px; width: 300px; height: 40px; border: 0`;
  frame.addEventListener('load', () => {
    loaded += 1;
    if (loaded === wanted)
      document.documentElement.dataset.framesLoaded = String(performance.timeOrigin + performance.now());
  });
  frame.src = chrome.runtime.getURL('blank.html');
  document.body.append(frame);
}
