// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackupView } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import type { CoreState } from '../testing/fake-core';
import { field, find, mount, press, shows, type } from '../testing/mount';
import { alice, aliceUnlocked } from '../testing/people';

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

const backup: BackupView = {
  made: Date.UTC(2026, 4, 3),
  identities: [{ name: alice.name, fingerprint: alice.fingerprint, known: false }],
  contacts: { all: 2, fresh: 1, names: ['Mallory'] },
  chats: { all: 3, fresh: 0 },
  compared: [],
  differences: [],
};
let unmount = () => undefined as void;
function start(change: Partial<CoreState> = {}, hash = '#identity', surface: 'page' | 'popup' = 'page') {
  const mounted = mount({ ...aliceUnlocked(), ...change }, { hash, surface });
  unmount = mounted.unmount;
  const bodyOf = (name: string) => mounted.core.asked.findLast((one) => one.name === name)?.body;
  return { ...mounted, bodyOf };
}
const sees = (text: string) => vi.waitFor(() => expect(shows(text)).toBe(true));
/** Once they stand there. */
const submit = async (name: string) => {
  await vi.waitFor(() => find('dialog button, form button', name));
  await act(() => find('dialog button, form button', name).click());
};
const fill = async (label: string, text: string) => {
  await vi.waitFor(() => field(label));
  await type(label, text);
};
const wordAt = (label: string) => `word${/\d+/.exec(label)?.[0]}`;
const chooseFile = async (text: string) => {
  const input = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!found) throw new Error('no file input');
    return found;
  });
  Object.defineProperty(input, 'files', {
    value: [new File([text], 'sotto-backup.asc')],
    configurable: true,
  });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await sees('sotto-backup.asc');
};
beforeEach(() => saved.mockClear());
afterEach(() => unmount());

describe('the recovery sheet', () => {
  it('is made behind the passphrase, and counts once two words were given back', async () => {
    const { core } = start();
    await sees('There is no recovery sheet yet');
    press('Make a recovery sheet');
    await fill('Your passphrase for Sotto', 'wrong');
    await submit('Show the words');
    await sees('That passphrase is not right.');
    await fill('Your passphrase for Sotto', core.state.passphrase);
    await submit('Show the words');
    await vi.waitFor(() => expect(document.querySelectorAll('.sheet-words li')).toHaveLength(24));
    expect(find('.sheet-words li:nth-child(7)', '7 word7')).toBeTruthy();
    press('I have it on paper');
    await sees('type these two words');
    const labels = [...document.querySelectorAll('dialog label')].map(({ textContent }) => textContent);
    expect(labels).toHaveLength(2);
    expect(labels[0]).not.toBe(labels[1]);
    expect(document.querySelector('.sheet-words')).toBeNull();
    await fill(labels[0] ?? '', 'another');
    await fill(labels[1] ?? '', wordAt(labels[1] ?? ''));
    await submit('Check');
    await sees('At least one is not right');
    expect(core.state.recovery.checked).toBeNull();
    await fill(labels[0] ?? '', wordAt(labels[0] ?? ''));
    await submit('Check');
    await sees('Right. Now save a backup.');
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('opens as a page where a popup would close', async () => {
    const { browser } = start({}, '#identity', 'popup');
    const create = vi.spyOn(browser.tabs, 'create');
    await sees('There is no recovery sheet yet');
    press('Make a recovery sheet');
    expect(document.querySelector('dialog')).toBeNull();
    expect(create).toHaveBeenCalledOnce();
  });

  it('is another one only after a word of warning', async () => {
    const ready = { made: 1, checked: 2, saved: 3, changed: false };
    const { core, bodyOf } = start({ recovery: ready });
    await sees('Everything is in your backup');
    press('Make another sheet');
    await sees('open with the new words only');
    await fill('Your passphrase for Sotto', core.state.passphrase);
    await submit('Show the words');
    await vi.waitFor(() => find('.sheet-words li:nth-child(1)', '1 word24'));
    expect(bodyOf('recovery.words')).toMatchObject({ renew: true });
  });
});

describe('a backup', () => {
  it('is saved as a file, and asked for again once something changed', async () => {
    start({ recovery: { made: 1, checked: 2, saved: null, changed: false } });
    await sees('Now save a backup and keep it elsewhere');
    press('Save a backup');
    await sees('Everything is in your backup');
    expect(saved).toHaveBeenCalledWith(
      expect.stringMatching(/^sotto-backup-\d{4}-\d\d-\d\d\.asc$/),
      'the backup',
    );
    unmount();
    start({ recovery: { made: 1, checked: 2, saved: 3, changed: true } });
    await sees('Something has changed since your backup');
  });

  it('beside what is here shows what would come in and what stays', async () => {
    const differences = [{ kind: 'identity' as const, name: 'Alice' }];
    const { bodyOf } = start({ backup: { ...backup, compared: ['Bob'], differences } });
    await sees('There is no recovery sheet yet');
    press('Add from a backup');
    await submit('Open the backup');
    await sees('Please choose the file');
    await chooseFile('a backup');
    await submit('Open the backup');
    await sees('Please type the words');
    await fill('Recovery words', 'some words');
    await submit('Open the backup');
    await sees('Contacts: 2, of which 1 are not here');
    // Who would come in is said by name: a backup may be somebody else's making.
    expect(shows('Mallory')).toBe(true);
    expect(shows('Identity Alice')).toBe(true);
    expect(shows('Compared on the other device, and counts here too: Bob')).toBe(true);
    expect(bodyOf('backup.merge')).toBeUndefined();
    press('Add what is not here');
    await sees('Everything from the backup is here now.');
    expect(bodyOf('backup.merge')).toEqual({ file: 'a backup', words: 'some words' });
  });

  it('in which nothing is new offers nothing to add', async () => {
    const known = { ...backup, identities: backup.identities.map((one) => ({ ...one, known: true })) };
    start({ backup: { ...known, contacts: { all: 2, fresh: 0, names: [] } } });
    await sees('There is no recovery sheet yet');
    press('Add from a backup');
    await chooseFile('a backup');
    await fill('Recovery words', 'some words');
    await submit('Open the backup');
    await sees('Nothing in it is missing here.');
    expect(
      [...document.querySelectorAll('button')].some(
        ({ textContent }) => textContent === 'Add what is not here',
      ),
    ).toBe(false);
  });

  it('on a new device brings everything back, under a passphrase of this device', async () => {
    const { bodyOf } = start({ vault: 'empty', seal: null, backup: new SottoError('backup_code') }, '#chat');
    await sees('Welcome to Sotto');
    press('I have a backup');
    await sees('Restore Sotto');
    await chooseFile('a backup');
    await fill('Recovery words', 'some words');
    await submit('Open the backup');
    await sees('These words do not open this backup');
    unmount();
    const next = start({ vault: 'empty', seal: null, backup }, '#restore');
    await chooseFile('a backup');
    await fill('Recovery words', 'some words');
    await submit('Open the backup');
    await sees('Contacts: 2');
    expect(shows('not here')).toBe(false);
    await fill('New passphrase for this device', 'short');
    await submit('Restore');
    await sees('Please use at least');
    await fill('New passphrase for this device', 'long enough for this');
    await submit('Restore');
    await sees('Restored.');
    expect(next.bodyOf('backup.restore')).toMatchObject({
      file: 'a backup',
      passphrase: 'long enough for this',
    });
    expect(bodyOf('backup.restore')).toBeUndefined();
  });
});

describe('the reminder', () => {
  it('stands on the other views until sheet and backup are there, and leads to them', async () => {
    start({}, '#contacts');
    await sees('You have no recovery sheet');
    press('Do it now');
    await sees('There is no recovery sheet yet');
    expect(shows('You have no recovery sheet')).toBe(false);
    unmount();
    start({ recovery: { made: 1, checked: 1, saved: 1, changed: true } }, '#contacts');
    await sees('Contacts');
    expect(shows('You have no recovery sheet')).toBe(false);
  });

  it('leaves in peace who has written to nobody yet', async () => {
    start({ contacts: [] }, '#contacts');
    await sees('Nobody here yet');
    expect(shows('You have no recovery sheet')).toBe(false);
  });
});
