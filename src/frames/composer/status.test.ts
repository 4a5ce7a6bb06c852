import { expect, it, vi } from 'vitest';
import type { ChatState } from '../../protocol/core';

vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key } },
}));
const { statusOf } = await import('./status');

const chat: ChatState = {
  conversation: { site: 'demo', chat: '1' },
  title: 'Bob',
  mode: 'on',
  locked: false,
  hasIdentity: true,
  identity: null,
  members: [],
  olderContainer: false,
};

it('says nothing about typing while locked', () => {
  expect(statusOf(chat, { kind: 'ready' }, 'stolen').text).toBe('composer_stolen');
  expect(statusOf({ ...chat, locked: true }, { kind: 'ready' }, 'stolen').text).toBe('composer_lockedKept');
});
