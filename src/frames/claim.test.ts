// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SottoError } from '../protocol/errors';
import { claimPlace } from './claim';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('./ask', () => ({ ask }));
vi.mock('../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }));

const nonce = '0123456789abcdef0123456789abcdef';
const parent = { name: 'parent' };
const place = {
  kind: 'reader',
  conversation: { site: 'demo', chat: '1' },
  title: '',
  limit: null,
  seal: null,
};

function greet(data: unknown, source: object = parent, ports = [new MessageChannel().port1]): void {
  const event = new MessageEvent('message', { data });
  Object.defineProperties(event, { source: { value: source }, ports: { value: ports } });
  window.dispatchEvent(event);
}

describe('claimPlace', () => {
  beforeEach(() => {
    ask.mockReset().mockResolvedValue(place);
    Object.defineProperty(window, 'parent', { value: parent, configurable: true });
  });

  it('asks the core once, for the first well-formed greeting of the parent', async () => {
    const claimed = claimPlace('reader');
    greet({ sotto: 'claim', nonce }, { name: 'sibling' });
    greet({ sotto: 'claim', nonce: 'short' });
    greet({ sotto: 'claim', nonce, more: 1 });
    greet({ sotto: 'claim', nonce }, parent, []);
    expect(ask).not.toHaveBeenCalled();
    const { port1 } = new MessageChannel();
    greet({ sotto: 'claim', nonce }, parent, [port1]);
    greet({ sotto: 'claim', nonce: nonce.replaceAll('0', '1') });
    expect((await claimed).port).toBe(port1);
    expect(ask.mock.calls).toEqual([['frame.claim', { nonce }]]);
  });

  it('fails when the core refuses, and when it placed another kind of frame', async () => {
    ask.mockRejectedValueOnce(new SottoError('frame_not_paired'));
    const refused = claimPlace('reader');
    greet({ sotto: 'claim', nonce });
    await expect(refused).rejects.toThrow('frame_not_paired');
    const other = claimPlace('prompt');
    greet({ sotto: 'claim', nonce });
    await expect(other).rejects.toThrow('paired as reader');
  });

  it('waits for ever as a page of its own', async () => {
    Object.defineProperty(window, 'parent', { value: window, configurable: true });
    void claimPlace('reader');
    greet({ sotto: 'claim', nonce }, window);
    expect(ask).not.toHaveBeenCalled();
  });
});
