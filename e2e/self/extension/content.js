/** Puts a frame of the extension into a closed shadow root, as Sotto does. */
document.addEventListener('DOMContentLoaded', () => {
  const host = document.createElement('div');
  host.style.cssText = 'position:absolute;left:120px;top:150px';
  document.body.append(host);
  const frame = document.createElement('iframe');
  frame.src = chrome.runtime.getURL('frame.html');
  frame.style.cssText = 'width:300px;height:120px';
  host.attachShadow({ mode: 'closed' }).append(frame);
});
