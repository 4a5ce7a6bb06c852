import { expect, it } from 'vitest';
import { meaningOf } from './keys';

const key = (name: string, more = {}) => ({
  key: name,
  keyCode: 0,
  isComposing: false,
  repeat: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

it('sends on Enter alone, not for a new line, an input method or a held key', () => {
  expect(meaningOf(key('Enter'))).toBe('send');
  expect(meaningOf(key('Enter', { ctrlKey: true }))).toBe('send');
  expect(meaningOf(key('Enter', { shiftKey: true }))).toBe('type');
  expect(meaningOf(key('Enter', { isComposing: true }))).toBe('type');
  expect(meaningOf(key('Enter', { keyCode: 229 }))).toBe('type');
  expect(meaningOf(key('Enter', { repeat: true }))).toBe('type');
});

it('tells leaving and shortcuts from typing', () => {
  expect(meaningOf(key('Tab'))).toBe('leave');
  expect(meaningOf(key('Escape', { isComposing: true }))).toBe('type');
  expect(meaningOf(key('t', { ctrlKey: true }))).toBe('command');
  expect(meaningOf(key('Alt'))).toBe('command');
  // AltGr on Windows, where it types @ on a German keyboard.
  expect(meaningOf(key('@', { ctrlKey: true, altKey: true }))).toBe('type');
});
