// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SottoError } from '../../src/protocol/errors';
import type { CoreState } from '../testing/fake-core';
import { field, find, mount, press, shows, type } from '../testing/mount';
import { alice, aliceUnlocked, work } from '../testing/people';

vi.mock('../../src/platform/browser', async () => {
  const { stage } = await import('../testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});
vi.mock('../core/load-strength', () => ({ loadStrength: async () => () => 4 }));
const saved = vi.hoisted(() => vi.fn<(name: string, text: string) => void>());
vi.mock('../core/save-file', async (original) => ({
  ...(await original<typeof import('../core/save-file')>()),
  saveFile: saved,
}));

let unmount = () => undefined as void;
async function start(change: Partial<CoreState> = {}, surface: 'page' | 'popup' = 'page') {
  const mounted = mount({ ...aliceUnlocked(), ...change }, { hash: '#identity', surface });
  unmount = mounted.unmount;
  await vi.waitFor(() => find('h2', 'Your passphrase'));
  await vi.waitFor(() => expect(document.querySelector('h2.name, .list')).not.toBeNull());
  const bodyOf = (name: string) => mounted.core.asked.findLast((one) => one.name === name)?.body;
  return { ...mounted, bodyOf };
}
const dialog = () => document.querySelector('dialog');
const open = async (action: string) => {
  press(action);
  await vi.waitFor(() => expect(dialog()).not.toBeNull());
};
const check = (label: string) => act(() => find('label.choice', label).querySelector('input')?.click());
const button = (name: string) => act(() => find('dialog button', name).click());
beforeEach(() => saved.mockClear());
afterEach(() => unmount());

describe('one identity', () => {
  it('shows what others may have of it, as text, file and QR code', async () => {
    await start();
    find('h2', 'Alice Liddell');
    press('Save certificate');
    expect(saved).toHaveBeenCalledWith('Alice-Liddell.asc', alice.certificate);
    press('Show QR code');
    await vi.waitFor(() => expect(document.querySelector('svg.qr path')?.getAttribute('d')).toMatch(/^M/));
    expect(find('button', 'Show QR code').getAttribute('aria-expanded')).toBe('true');
    expect(shows('Where it is used')).toBe(false);
  });

  it('says so where a certificate is too long for a QR code', async () => {
    await start({ identity: { ...alice, certificate: 'x'.repeat(4000) } });
    press('Show QR code');
    await vi.waitFor(() => expect(shows('too long for a QR code')).toBe(true));
  });

  it('takes another name, and none that is empty', async () => {
    const { bodyOf } = await start();
    await open('Change name');
    await type('Your name', '  ');
    await button('Save');
    await vi.waitFor(() => expect(shows('Please enter a name.')).toBe(true));
    expect(bodyOf('identity.rename')).toBeUndefined();
    await type('Your name', 'Alicia');
    await button('Save');
    await vi.waitFor(() => find('h2', 'Alicia'));
    expect(bodyOf('identity.rename')).toEqual({ identity: alice.identity, name: 'Alicia' });
    expect(shows('You are now called Alicia.')).toBe(true);
    expect(dialog()).toBeNull();
  });

  it('is valid until a day, or without end', async () => {
    const { bodyOf } = await start();
    await open('Change how long it is valid');
    await check('Until a day');
    await vi.waitFor(() => field('Last day'));
    await type('Last day', '2031-01-31');
    await button('Save');
    await vi.waitFor(() => expect(shows('Valid until')).toBe(true));
    expect(bodyOf('identity.setValidity')).toMatchObject({
      expires: new Date('2031-01-31T23:59:59').getTime(),
    });
    await open('Change how long it is valid');
    await check('Without end');
    await button('Save');
    await vi.waitFor(() => expect(bodyOf('identity.setValidity')).toMatchObject({ expires: null }));
  });

  it('keeps the dialog open with the reason when the core refuses', async () => {
    const { core } = await start();
    core.failOnce('identity.setValidity', new SottoError('validity_past'));
    await open('Change how long it is valid');
    await button('Save');
    await vi.waitFor(() => expect(shows('An identity cannot end in the past.')).toBe(true));
    expect(dialog()).not.toBeNull();
  });

  it('gives its secret key out to those who know the passphrase, under another one', async () => {
    const { bodyOf } = await start();
    await open('Save the secret key');
    await type('Your passphrase for Sotto', 'wrong');
    await type('New passphrase for the file', 'short');
    await button('Save file');
    await vi.waitFor(() => expect(shows('Please use at least 8 characters.')).toBe(true));
    await type('New passphrase for the file', 'four words for a file');
    await button('Save file');
    await vi.waitFor(() => expect(shows('That passphrase is not right.')).toBe(true));
    expect(saved).not.toHaveBeenCalled();
    await type('Your passphrase for Sotto', 'violet anchor seven rivers');
    await check('Newest programs only: harder to guess (Argon2)');
    await button('Save file');
    await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.calls[0]?.[0]).toBe('Alice-Liddell-secret.asc');
    expect(bodyOf('identity.export')).toMatchObject({ form: 'newest', passphrase: 'four words for a file' });
  });

  it('gives its revocation certificate out', async () => {
    await start();
    press('Save a revocation certificate');
    await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.calls[0]?.[0]).toBe('Alice-Liddell-revocation.asc');
  });

  it('is revoked for a reason only, and then offers what is left', async () => {
    const { bodyOf } = await start();
    await open('Revoke');
    await button('Revoke for good');
    await vi.waitFor(() => expect(shows('Please say why')).toBe(true));
    expect(bodyOf('identity.revoke')).toBeUndefined();
    await check('I have a new one');
    await button('Revoke for good');
    await vi.waitFor(() => expect(shows('Alice Liddell is revoked.')).toBe(true));
    expect(bodyOf('identity.revoke')).toMatchObject({ reason: 'superseded' });
    await vi.waitFor(() => expect(shows('Revoked on')).toBe(true));
    const offered = [...document.querySelectorAll('.action')].map(({ textContent }) => textContent);
    expect(offered).toEqual(['Save the secret key', 'Delete']);
  });

  it('whose primary key is elsewhere cannot be changed here', async () => {
    await start({ identity: { ...alice, changeable: false } });
    expect(shows('kept elsewhere')).toBe(true);
    expect(document.querySelectorAll('.action')).toHaveLength(2);
  });

  it('is not deleted while it is the only one', async () => {
    await start();
    await open('Delete');
    await button('Delete');
    await vi.waitFor(() => expect(shows('This is your only identity.')).toBe(true));
  });
});

describe('more than one', () => {
  it('stand in a list, and each has its page', async () => {
    const { bodyOf } = await start({ others: [work] });
    const [, second] = document.querySelectorAll<HTMLElement>('.list-item button');
    second?.click();
    await vi.waitFor(() => find('h2', 'Alice at work'));
    await vi.waitFor(() => press('Use for new chats'));
    await vi.waitFor(() => expect(bodyOf('identity.setDefault')).toEqual({ identity: work.identity }));
    await vi.waitFor(() => find('label.choice', 'Demo messenger'));
    await check('Demo messenger');
    await vi.waitFor(() =>
      expect(bodyOf('identity.setForSite')).toEqual({ site: 'demo', identity: work.identity }),
    );
    press('All identities');
    await vi.waitFor(() => find('ul', 'All identities'));
  });

  it('are deleted with undo, in the list too, until the page closes', async () => {
    const { core } = await start({ others: [work] });
    document.querySelectorAll<HTMLElement>('.list-item button')[1]?.click();
    await vi.waitFor(() => find('h2', 'Alice at work'));
    await open('Delete');
    await button('Delete');
    await vi.waitFor(() => expect(shows('Alice at work is deleted.')).toBe(true));
    await vi.waitFor(() => press('Bring it back'));
    await vi.waitFor(() => expect(core.state.others[0]?.hidden).toBe(false));
    expect(core.asked.some(({ name }) => name === 'identity.forget')).toBe(false);
    window.dispatchEvent(new Event('pagehide'));
    await vi.waitFor(() => expect(core.asked.some(({ name }) => name === 'identity.forget')).toBe(true));
  });

  it('are made with a name', async () => {
    const { bodyOf } = await start();
    press('Make one');
    await vi.waitFor(() => field('Your name'));
    press('Make it');
    await vi.waitFor(() => expect(shows('Please enter a name.')).toBe(true));
    await type('Your name', 'Alice at work');
    press('Make it');
    await vi.waitFor(() => expect(shows('Your identity is ready.')).toBe(true));
    expect(bodyOf('identity.add')).toEqual({ name: 'Alice at work', version: 4 });
  });
});

describe('a key from another program', () => {
  const key = (over: object) => ({
    fingerprint: 'f0'.repeat(20),
    name: 'Key',
    version: 4 as const,
    algorithm: 'RSA 3072',
    created: 0,
    isProtected: false,
    problem: null,
    ...over,
  });
  const paste = async () => {
    press('Import a key');
    await vi.waitFor(() => field('Secret key'));
    await type('Secret key', 'a key');
    press('Look at it');
  };

  it('is looked at, unlocked with its passphrase and imported', async () => {
    const { core, bodyOf } = await start({ found: [key({ isProtected: true })] });
    await paste();
    await vi.waitFor(() => field('Passphrase of the key'));
    core.failOnce('identity.import', new SottoError('key_passphrase', 'Key'));
    await type('Passphrase of the key', 'wrong');
    press('Import');
    await vi.waitFor(() => expect(shows('This passphrase does not open the key of Key.')).toBe(true));
    await type('Passphrase of the key', 'right');
    press('Import');
    await vi.waitFor(() => find('ul', 'All identities'));
    expect(bodyOf('identity.import')).toEqual({
      source: { kind: 'text', text: 'a key' },
      fingerprints: ['f0'.repeat(20)],
      passphrase: 'right',
    });
  });

  it('is chosen among several, and those that cannot be used say why', async () => {
    const unusable = key({ fingerprint: 'f1'.repeat(20), name: 'Old', problem: 'key_expired' });
    const other = key({ fingerprint: 'f2'.repeat(20), name: 'Other' });
    const { bodyOf } = await start({ found: [key({}), unusable, other] });
    await paste();
    await vi.waitFor(() => expect(shows('This key has expired.')).toBe(true));
    await act(() => document.querySelectorAll<HTMLElement>('.found input[type=checkbox]')[1]?.click());
    await vi.waitFor(() => press('Import'));
    await vi.waitFor(() =>
      expect(bodyOf('identity.import')).toMatchObject({ fingerprints: ['f0'.repeat(20)] }),
    );
  });

  it('that is none says so, and what was pasted stays', async () => {
    await start({ found: new SottoError('key_public') });
    await paste();
    await vi.waitFor(() => expect(shows('This is a public certificate')).toBe(true));
    expect(field('Secret key').value).toBe('a key');
  });

  it('comes from a file on the full page only, since a popup closes over the file dialog', async () => {
    const { browser } = await start({}, 'popup');
    press('Import a key');
    await vi.waitFor(() => press('From a file'));
    await vi.waitFor(() => expect(browser.openedTabs).toEqual(['/popup/index.html?view=full#identity']));
  });
});

describe('the passphrase', () => {
  it('is changed with the one before', async () => {
    const { core } = await start();
    await open('Change passphrase');
    await type('Passphrase until now', 'wrong');
    await type('New passphrase', 'another one altogether');
    await button('Change');
    await vi.waitFor(() => expect(shows('That passphrase is not right.')).toBe(true));
    await type('Passphrase until now', 'violet anchor seven rivers');
    await button('Change');
    await vi.waitFor(() => expect(shows('From now on, the new passphrase unlocks Sotto.')).toBe(true));
    expect(core.state.passphrase).toBe('another one altogether');
  });
});
