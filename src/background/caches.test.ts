import { describe, expect, it } from 'vitest';
import type { MessageDigest } from '../openpgp/types';
import { readToken, writeTokens } from '../wire/token';
import { createPartStore } from './part-store';
import { createPlaintextCache } from './plaintext-cache';

const message = (text: string) => ({
  text,
  digest: '0'.repeat(32) as MessageDigest,
  signature: { kind: 'missing' as const },
});

describe('the plaintext cache', () => {
  it('drops what was not used for longest, by count', () => {
    const cache = createPlaintextCache(2, 100);
    cache.put('a', 'here', message('1'));
    cache.put('b', 'here', message('2'));
    cache.get('a', 'here');
    cache.put('c', 'here', message('3'));
    expect(['a', 'b', 'c'].map((name) => cache.get(name, 'here')?.text)).toEqual(['1', undefined, '3']);
  });

  it('drops by size, of names too, and counts a replaced text once', () => {
    const cache = createPlaintextCache(10, 12);
    cache.put('a', 'here', message('12345'));
    cache.put('a', 'here', message('54321'));
    cache.put('b', 'here', message('12345'));
    expect(cache.get('a', 'here')?.text).toBe('54321');
    cache.put('long', 'here', message(''));
    expect(['a', 'b', 'long'].map(cache.has)).toEqual([true, false, true]);
  });

  it('has an entry for one scope alone', () => {
    const cache = createPlaintextCache();
    cache.put('a', 'here', message('1'));
    expect(cache.get('a', 'there')).toBeNull();
    cache.put('a', 'there', message('2'));
    expect([cache.get('a', 'here'), cache.get('a', 'there')?.text]).toEqual([null, '2']);
    cache.clear();
    expect([cache.has('a'), cache.get('a', 'there')]).toEqual([false, null]);
  });
});

describe('the part store', () => {
  const partsOf = (fill: number) =>
    writeTokens({ kind: 'message', body: new Uint8Array(600).fill(fill), limit: 400 }).map(readToken);

  it('says once that the last part came', () => {
    const store = createPartStore();
    const parts = partsOf(1);
    const added = [...parts, ...parts].map((part) => store.add('chat', part));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(added[parts.length - 1]).toBe(true);
    const [first] = parts;
    expect(first && store.assemble('chat', first)).toEqual({
      complete: true,
      body: new Uint8Array(600).fill(1),
    });
  });

  it('never mixes chats', () => {
    const store = createPartStore();
    const [first, ...rest] = partsOf(1);
    if (first) store.add('one', first);
    for (const part of rest) store.add('other', part);
    expect(first && store.assemble('one', first)).toEqual({ complete: false, have: 1 });
  });

  it('drops the oldest message when full', () => {
    const store = createPartStore(3000);
    const [old, recent] = [partsOf(1), partsOf(2)];
    for (const part of [...old, ...recent]) store.add('chat', part);
    expect(old[0] && store.assemble('chat', old[0])).toEqual({ complete: false, have: 0 });
    expect(recent[0] && store.assemble('chat', recent[0])).toMatchObject({ complete: true });
  });
});
