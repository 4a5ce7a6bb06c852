import { describe, expect, it } from 'vitest';
import { readSender } from './sender';
import { createFakeBrowser, senders } from './testing/fake-browser';

const { runtime } = createFakeBrowser().platform;
const read = (raw: unknown) => readSender(raw, runtime);

describe('readSender', () => {
  it('knows a content script, a frame and the popup', () => {
    expect(read(senders.content(3))).toEqual({
      kind: 'content',
      tab: 3,
      frame: 0,
      document: 'content-3',
      url: new URL('https://chat.example/room'),
    });
    expect(read(senders.frame(3, 'reader', 'd'))).toEqual({
      kind: 'frame',
      tab: 3,
      document: 'd',
      page: 'reader',
    });
    expect(read(senders.popup())).toEqual({ kind: 'page', tab: null });
  });

  it('knows the full page in a tab, with a query and a hash', () => {
    const url = runtime.getURL('popup/index.html?view=full#chat');
    expect(read({ ...senders.popup(), url, frameId: 0, tab: { id: 5 } })).toEqual({ kind: 'page', tab: 5 });
  });

  it('knows the side panel and the frames in it, which stand in no tab', () => {
    const panel = { ...senders.popup(), url: runtime.getURL('popup/panel.html') };
    expect(read(panel)).toEqual({ kind: 'page', tab: null });
    const inPanel = { ...senders.frame(1, 'reader', 'd'), tab: undefined, frameId: undefined };
    expect(read(inPanel)).toEqual({ kind: 'frame', tab: -1, document: 'd', page: 'reader' });
    const told = { ...inPanel, documentId: undefined };
    expect(read(told)).toBeNull();
    expect(readSender(told, runtime, 'n')).toMatchObject({ kind: 'frame', tab: -1, document: 'panel n' });
    // In a tab the browser alone says which document it is.
    const inTab = { ...senders.frame(1, 'reader', 'd'), documentId: undefined };
    expect(readSender(inTab, runtime, 'n')).toBeNull();
    expect(read({ ...panel, frameId: 4, tab: { id: 1 } })).toBeNull();
  });

  const own = (path: string) => runtime.getURL(path);
  it.each([
    ['nothing', undefined],
    ['another extension', { ...senders.popup(), id: 'other' }],
    [
      'another extension’s page with our id',
      { ...senders.popup(), url: 'chrome-extension://other/popup/index.html' },
    ],
    ['a file', { ...senders.content(1), url: 'file:///etc/passwd' }],
    ['a content script without a tab', { ...senders.content(1), tab: undefined }],
    ['a content script without a document', { ...senders.content(1), documentId: undefined }],
    ['the popup inside a page', { ...senders.popup(), frameId: 4, tab: { id: 1 } }],
    ['a frame page as a tab of its own', { ...senders.frame(1, 'reader', 'd'), frameId: 0 }],
    ['a frame without a document', { ...senders.frame(1, 'reader', 'd'), documentId: undefined }],
    ['an unknown frame page', senders.frame(1, 'admin', 'd')],
    ['another page of ours', { ...senders.popup(), url: own('options.html') }],
    ['a path that only ends like the popup', { ...senders.popup(), url: own('x/popup/index.html') }],
  ])('refuses %s', (_, raw) => {
    expect(read(raw)).toBeNull();
  });

  it('takes a web page whose address looks like our popup for a content script', () => {
    expect(read({ ...senders.content(1), url: 'https://evil.example/popup/index.html' })?.kind).toBe(
      'content',
    );
  });
});
