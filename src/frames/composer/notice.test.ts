import { expect, it } from 'vitest';
import { noticeAfter } from './notice';

it('says what was stopped, unless the focus was stolen', () => {
  expect(noticeAfter('none', { type: 'stopped', way: 'voice' })).toEqual({ stopped: 'voice' });
  expect(noticeAfter('blocked', { type: 'stopped', way: 'voice' })).toEqual({ stopped: 'voice' });
  expect(noticeAfter('stolen', { type: 'stopped', way: 'voice' })).toBe('stolen');
  expect(noticeAfter('confirm', { type: 'stopped', way: 'voice' })).toBe('confirm');
});

it('says what was let through only where nothing else is to be said', () => {
  expect(noticeAfter('none', { type: 'passed', way: 'reaction' })).toEqual({ passed: 'reaction' });
  expect(noticeAfter('many-parts', { type: 'passed', way: 'reaction' })).toBe('many-parts');
  expect(noticeAfter({ stopped: 'voice' }, { type: 'passed', way: 'call' })).toEqual({ stopped: 'voice' });
});
