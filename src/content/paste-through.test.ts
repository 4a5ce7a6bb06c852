// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { writeTokens } from '../wire/token';
import { isCiphertextOnly, passesPaste } from './paste-through';

const [token = ''] = writeTokens({
  kind: 'message',
  body: Uint8Array.from({ length: 120 }, (_, index) => (index * 37) % 251),
  limit: null,
});

it('takes whole ciphertext and nothing else', () => {
  expect(isCiphertextOnly(token)).toBe(true);
  expect(isCiphertextOnly(` ${token}\n${token} `)).toBe(true);
  for (const other of ['', 'hello', `hello ${token}`, `${token} hello`, token.slice(0, -8)]) {
    expect(isCiphertextOnly(other)).toBe(false);
  }
});

describe('passesPaste', () => {
  const box = document.createElement('textarea');
  const button = document.createElement('button');
  const other = document.createElement('button');
  const writing = { box, area: document.body, sendButton: () => button };
  beforeEach(() => {
    document.body.replaceChildren(box, button, other);
    box.value = '';
  });
  const passes = (target: Element, event: Event) => {
    let passed = false;
    target.addEventListener(event.type, (heard) => (passed = passesPaste(heard, writing)), { once: true });
    target.dispatchEvent(event);
    return passed;
  };
  const key = (name: string, more = {}) => new KeyboardEvent('keydown', { key: name, ...more });

  it('lets the keys of a paste through, and no letter', () => {
    expect(passes(box, key('v', { ctrlKey: true }))).toBe(true);
    expect(passes(box, key('Insert', { shiftKey: true }))).toBe(true);
    expect(passes(box, key('Backspace'))).toBe(true);
    for (const name of ['v', 'a', ' ', 'Dead', 'Process']) expect(passes(box, key(name))).toBe(false);
    expect(passes(box, new InputEvent('beforeinput', { data: 'a', inputType: 'insertText' }))).toBe(false);
    expect(passes(box, new InputEvent('beforeinput', { data: token, inputType: 'insertFromPaste' }))).toBe(
      true,
    );
    expect(passes(box, new Event('drop'))).toBe(false);
  });

  it('sends by Enter and by the button only while the box holds ciphertext alone', () => {
    const click = () => new MouseEvent('click');
    expect(passes(box, key('Enter'))).toBe(false);
    expect(passes(button, click())).toBe(false);
    box.value = token;
    expect(passes(box, key('Enter'))).toBe(true);
    expect(passes(button, click())).toBe(true);
    expect(passes(other, click())).toBe(false);
    box.value = `${token} and more`;
    expect(passes(box, key('Enter'))).toBe(false);
    expect(passes(button, click())).toBe(false);
  });
});
