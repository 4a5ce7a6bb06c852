import { beforeEach, expect, it, vi } from 'vitest';
import type { Delivery } from './delivery';

const copied: string[] = [];
vi.mock('../copy-text', () => ({ copyText: (text: string) => copied.push(text) > 0 }));
const { createHandCopy } = await import('./hand-copy');
const { afterWord } = await import('./delivery');

const ticket = '0123456789abcdef0123456789abcdef';
const failedWith = (code: 'site_refused' | 'site_not_sent' | 'site_no_box'): Delivery => ({
  kind: 'failed',
  cargo: 'message',
  failure: { code, detail: '' },
});
let delivery: Delivery;
const finish = vi.fn();
const post = vi.fn();
const make = () =>
  createHandCopy(
    () => delivery,
    (next) => {
      delivery = next;
    },
    post,
    finish,
  );
beforeEach(() => {
  copied.length = 0;
  vi.clearAllMocks();
});

it('offers a copy only where nothing can have been sent', () => {
  const byHand = make();
  delivery = failedWith('site_refused');
  expect(byHand.canCopy()).toBe(false);
  byHand.shipped(ticket, ['one']);
  expect(byHand.canCopy()).toBe(true);
  delivery = failedWith('site_no_box');
  expect(byHand.canCopy()).toBe(true);
  delivery = failedWith('site_not_sent');
  expect(byHand.canCopy()).toBe(false);
  delivery = failedWith('site_refused');
  byHand.shipped(ticket, null);
  expect(byHand.canCopy()).toBe(false);
});

it('copies part after part from where it got stuck, and ends when the last one is seen', () => {
  const byHand = make();
  byHand.shipped(ticket, ['one', 'two', 'three']);
  byHand.stuckAt(2);
  delivery = failedWith('site_refused');
  byHand.copy();
  expect(delivery).toMatchObject({ kind: 'copied', part: 2, total: 3 });
  expect(post).toHaveBeenLastCalledWith({ type: 'copied', ticket, wire: 'two' });
  expect(afterWord(delivery, { type: 'sent', ticket })).toBe(delivery);
  byHand.copy();
  expect(copied).toEqual(['two', 'three']);
  expect(afterWord(delivery, { type: 'sent', ticket: ticket.replace('0', 'f') })).toBe(delivery);
  expect(afterWord(delivery, { type: 'sent', ticket })).toMatchObject({ kind: 'sent' });
  byHand.sentByHand();
  expect(finish).toHaveBeenCalledExactlyOnceWith(ticket);
});
