// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatState, ReplyBody } from '../../src/protocol/core';
import type { CoreState } from '../testing/fake-core';
import { field, find, mount, press, shows } from '../testing/mount';
import { aliceUnlocked, bob, bobsChat, demoSite, work } from '../testing/people';

vi.mock('../../src/platform/browser', async () => {
  const { stage } = await import('../testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});

let unmount = () => undefined as void;
afterEach(() => unmount());

async function open(current: Partial<ReplyBody<'chat.current'>>, change: Partial<CoreState> = {}) {
  const state = { ...aliceUnlocked(), ...change };
  const mounted = mount({ ...state, current: { ...state.current, ...current } }, { hash: '#chat' });
  unmount = mounted.unmount;
  await vi.waitFor(() => find('[role="tab"]', 'This chat'));
  return mounted;
}

const chatWith = (change: Partial<ChatState>) => ({ chat: { ...bobsChat, ...change } });
const theSwitch = () => find('[role="switch"]', 'Encrypt this chat');

describe('the switch', () => {
  it('turns encryption off and on with the members it had', async () => {
    const { core } = await open({});
    await vi.waitFor(() => expect(theSwitch().getAttribute('aria-checked')).toBe('true'));
    theSwitch().click();
    await vi.waitFor(() => expect(theSwitch().getAttribute('aria-checked')).toBe('false'));
    expect(core.asked.findLast(({ name }) => name === 'chat.set')?.body).toStrictEqual({
      conversation: bobsChat.conversation,
      on: false,
      members: [bob.contact],
    });
  });

  it('asks who can read before it turns on for nobody', async () => {
    const { core } = await open(chatWith({ mode: 'off', members: [] }));
    await vi.waitFor(() => expect(theSwitch().getAttribute('aria-checked')).toBe('false'));
    theSwitch().click();
    await vi.waitFor(() => find('legend', 'Choose who can read this chat'));
    press('Encrypt for them');
    expect(core.asked.map(({ name }) => name)).not.toContain('chat.set');
    document.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await vi.waitFor(() =>
      expect(find('button', 'Encrypt for them').getAttribute('aria-disabled')).toBe('false'),
    );
    press('Encrypt for them');
    await vi.waitFor(() => expect(theSwitch().getAttribute('aria-checked')).toBe('true'));
    expect(core.state.current.chat?.members.map(({ contact }) => contact)).toStrictEqual([bob.contact]);
  });
});

describe('a changed certificate', () => {
  const offered = { pin: '9c'.repeat(64), fingerprint: '9c0e77aa51d2484bb60f1e2d3c4a5b6978f0e1d2' };
  const changed = chatWith({
    mode: 'blocked',
    members: bobsChat.members.map((member) => ({ ...member, problem: 'changed_key', offered })),
  });

  it('shows both fingerprints and takes the new one only when told to', async () => {
    const { core } = await open(changed);
    await vi.waitFor(() => find('h3', 'Bob Builder’s certificate has changed'));
    const shown = [...document.querySelectorAll<HTMLElement>('.alarm [data-fingerprint]')];
    expect(shown.map(({ dataset }) => dataset['fingerprint'])).toStrictEqual([
      bob.fingerprint,
      offered.fingerprint,
    ]);
    press('Accept the new one');
    await vi.waitFor(() => expect(document.querySelector('.alarm')).toBeNull());
    expect(core.asked.find(({ name }) => name === 'chat.decideChange')?.body).toStrictEqual({
      conversation: bobsChat.conversation,
      contact: bob.contact,
      offered: offered.pin,
      accept: true,
    });
  });

  it('offers no way around the decision', async () => {
    await open(changed);
    await vi.waitFor(() => find('button', 'Stay with the old one'));
    expect(() => find('button', 'Change')).toThrow('0 of button');
  });
});

describe('a site that is not switched on', () => {
  const off = { site: null, origin: 'https://chat.example.org:8443', chat: null };

  it('asks the browser in the click itself, then the core', async () => {
    const { core, browser } = await open(off);
    await vi.waitFor(() => find('button', 'Switch on for this site'));
    press('Switch on for this site');
    expect(browser.permissionLog.asked).toStrictEqual([['https://chat.example.org/*']]);
    await vi.waitFor(() => find('h2', 'No chat open'));
    expect(core.asked.find(({ name }) => name === 'sites.set')?.body).toStrictEqual({
      origin: off.origin,
      on: true,
    });
  });

  it('changes nothing when the browser or the person refuses', async () => {
    const { core, browser } = await open(off);
    browser.permissionLog.grant = false;
    await vi.waitFor(() => find('button', 'Switch on for this site'));
    press('Switch on for this site');
    await vi.waitFor(() => expect(document.querySelector('[role="alert"] .note.bad')).not.toBeNull());
    expect(core.asked.map(({ name }) => name)).not.toContain('sites.set');
  });
});

it('says what to do where there is no chat', async () => {
  await open({ site: null, origin: null, chat: null });
  await vi.waitFor(() => expect(shows('Open a chat in your messenger’s website')).toBe(true));
});

it('shows a chat as soon as the core says that one was opened', async () => {
  const { core, browser } = await open({ chat: null, site: demoSite });
  await vi.waitFor(() => find('h2', 'No chat open'));
  core.state.current = { ...core.state.current, chat: bobsChat };
  browser.announceChange();
  await vi.waitFor(() => find('h2', 'Bob'));
});

describe('who one writes as', () => {
  it('is nothing to see for somebody with one identity that is all right', async () => {
    await open({});
    await vi.waitFor(() => find('h2', 'Bob'));
    expect(shows('You write as')).toBe(false);
  });

  it('is chosen among several, with what it means for the others', async () => {
    const { core } = await open({}, { others: [work] });
    await vi.waitFor(() => field('You write as'));
    expect(shows('The others see a new certificate')).toBe(false);
    const select = field('You write as');
    await act(() => {
      select.value = work.identity;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(shows('The others see a new certificate')).toBe(true);
    press('Write as this one');
    await vi.waitFor(() => expect(shows('In this chat you now write as Alice at work.')).toBe(true));
    expect(core.state.current.chat?.identity?.identity).toBe(work.identity);
  });

  it('is asked for once the one until now can write no more', async () => {
    const gone = {
      identity: 'dd'.repeat(64),
      name: 'Old me',
      fingerprint: null,
      problem: 'revoked' as const,
    };
    await open(chatWith({ identity: gone }));
    await vi.waitFor(() => expect(shows('Your identity Old me is revoked')).toBe(true));
    find('option', 'Choose an identity');
    expect(field('You write as').value).toBe('');
  });
});
