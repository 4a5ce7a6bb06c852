// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChatState } from '../../protocol/core';
import type { Step } from './cover-actions';

vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key } },
}));

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
const model = { turnOff: vi.fn(), open: vi.fn() };

/** A browser that knows what lies over a frame, or one that does not. */
async function start(sees: boolean) {
  vi.resetModules();
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      static {
        if (sees) Reflect.set(this.prototype, 'isVisible', true);
      }
    },
  );
  const { CoverActions } = await import('./cover-actions');
  let step: Step = 'more';
  const draw = (active: boolean) => {
    const props = { chat, delivery: { kind: 'ready' }, model, step, active, onStep } as const;
    return act(() => render(h(CoverActions, props as never), document.body));
  };
  const onStep = (next: Step) => {
    step = next;
  };
  const click = (label: string) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    const event = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    return act(() => void button?.dispatchEvent(event));
  };
  return { draw, click, step: () => step };
}

beforeEach(() => void vi.clearAllMocks());
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

it('asks once more before encryption goes off, and takes no click that the guard holds', async () => {
  const { draw, click, step } = await start(true);
  await draw(false);
  await click('composer_turnOff');
  expect(step()).toBe('more');
  await draw(true);
  await click('composer_turnOff');
  expect(step()).toBe('turn-off');
  await draw(false);
  expect(document.body.textContent).toContain('composer_turnOffAsk');
  await click('composer_turnOffYes');
  expect(model.turnOff).not.toHaveBeenCalled();
  await draw(true);
  await click('composer_turnOffYes');
  expect(model.turnOff).toHaveBeenCalledOnce();
});

it('asks in its own window where the browser cannot see what lies over the frame', async () => {
  const { draw, click, step } = await start(false);
  await draw(true);
  await click('composer_turnOff');
  expect(step()).toBe('more');
  expect(model.open).toHaveBeenCalledWith('chat');
  expect(model.turnOff).not.toHaveBeenCalled();
});
