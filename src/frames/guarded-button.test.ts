// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { GuardedButton } from './guarded-button';

vi.mock('../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key } },
}));

const pressed = vi.fn();
const draw = (active: boolean) =>
  act(() =>
    render(h(GuardedButton, { kind: 'strong', active, label: 'Accept', act: pressed }), document.body),
  );
const press = (isTrusted: boolean) => {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return act(() => void document.querySelector('button')?.dispatchEvent(event));
};
const early = () => document.querySelector('output');

afterEach(() => {
  render(null, document.body);
  pressed.mockClear();
});

it('says of an early press that it was too early, and keeps the room once it no longer is', async () => {
  await draw(false);
  expect(early()).toBeNull();
  await press(true);
  expect(pressed).not.toHaveBeenCalled();
  expect(early()?.textContent).toBe('frames_early');
  await draw(true);
  expect(early()?.dataset['over']).toBe('true');
  await press(true);
  expect(pressed).toHaveBeenCalledOnce();
});

it('hears no press that a script made', async () => {
  await draw(true);
  await press(false);
  await draw(false);
  await press(false);
  expect(pressed).not.toHaveBeenCalled();
  expect(early()).toBeNull();
});
