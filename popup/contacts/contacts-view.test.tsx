// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SottoError } from '../../src/protocol/errors';
import { field, find, mount, press, shows, type } from '../testing/mount';
import { alice, aliceUnlocked, bob, carol } from '../testing/people';

vi.mock('../../src/platform/browser', async () => {
  const { stage } = await import('../testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});

const dora = { ...carol, contact: 'dd'.repeat(64), name: 'Dora Diamant' };
let mounted: ReturnType<typeof mount>;

beforeEach(async () => {
  mounted = mount({ ...aliceUnlocked(), contacts: [bob] }, { hash: '#contacts' });
  await vi.waitFor(() => expect(shows('Bob Builder')).toBe(true));
});
afterEach(async () => {
  await type('Certificate', '');
  mounted.unmount();
});

describe('removing', () => {
  it('takes a contact away and brings it back on Undo', async () => {
    press('Remove');
    await vi.waitFor(() => expect(shows('Bob Builder was removed.')).toBe(true));
    expect(mounted.core.state.contacts).toStrictEqual([]);
    press('Undo');
    await vi.waitFor(() => find('strong', 'Bob Builder'));
    expect(mounted.core.state.contacts).toStrictEqual([bob]);
    await vi.waitFor(() => expect(shows('was removed')).toBe(false));
  });

  it('gives the focus to Undo, since the button that had it is gone', async () => {
    find('button', 'Remove').focus();
    press('Remove');
    await vi.waitFor(() => expect(document.activeElement).toBe(find('button', 'Undo')));
  });

  it('keeps Undo on offer when undoing fails', async () => {
    press('Remove');
    await vi.waitFor(() => find('button', 'Undo'));
    mounted.core.failOnce('contacts.restore', new SottoError('storage_failed'));
    press('Undo');
    await vi.waitFor(() => expect(document.querySelector('.toast .note.bad')).not.toBeNull());
    press('Undo');
    await vi.waitFor(() => find('strong', 'Bob Builder'));
  });
});

describe('importing', () => {
  it('shows the fingerprint and warnings first, and adds only on the second press', async () => {
    mounted.core.state.inspect = [{ contact: dora, armored: 'armored', known: false }];
    await type('Certificate', 'pasted');
    press('Look at it');
    await vi.waitFor(() => find('strong', 'Dora Diamant'));
    expect(document.querySelector(`[data-fingerprint="${dora.fingerprint}"]`)).not.toBeNull();
    expect(shows('People with GnuPG cannot join')).toBe(true);
    expect(mounted.core.state.contacts).toStrictEqual([bob]);
    press('Add contact');
    await vi.waitFor(() => expect(shows('Dora Diamant was added.')).toBe(true));
    expect(mounted.core.state.contacts).toStrictEqual([bob, dora]);
    expect(field('Certificate').value).toBe('');
  });

  it('keeps the text when it is no certificate', async () => {
    mounted.core.state.inspect = new SottoError('certificate_none');
    await type('Certificate', 'not a certificate');
    press('Look at it');
    await vi.waitFor(() => expect(field('Certificate').getAttribute('aria-invalid')).toBe('true'));
    expect(field('Certificate').value).toBe('not a certificate');
  });

  it('keeps the text while the vault is locked in between', async () => {
    await type('Certificate', 'half of it');
    mounted.core.state.vault = 'locked';
    mounted.browser.announceChange();
    await vi.waitFor(() => find('h1', 'Sotto is locked'));
    mounted.core.state.vault = 'unlocked';
    mounted.browser.announceChange();
    await vi.waitFor(() => expect(field('Certificate').value).toBe('half of it'));
  });

  it('offers no adding of the own certificate', async () => {
    const own = { ...bob, contact: 'a1'.repeat(64), name: alice.name, fingerprint: alice.fingerprint };
    mounted.core.state.inspect = [{ contact: own, armored: 'armored', known: false }];
    await type('Certificate', 'pasted');
    press('Look at it');
    await vi.waitFor(() => find('strong', alice.name));
    await vi.waitFor(() => expect(() => find('button', 'Add contact')).toThrow('0 of button'));
  });

  it('offers no second adding of a known contact', async () => {
    mounted.core.state.inspect = [{ contact: bob, armored: 'armored', known: true }];
    await type('Certificate', 'pasted');
    press('Look at it');
    await vi.waitFor(() => expect(shows('You have this contact already.')).toBe(true));
    expect(() => find('button', 'Add contact')).toThrow('0 of button');
  });
});

it('records that the fingerprints were compared', async () => {
  press('Compare');
  await vi.waitFor(() => expect(document.querySelector('[data-safety]')).not.toBeNull());
  press('They match');
  await vi.waitFor(() => expect(shows('Not compared yet')).toBe(false));
  expect(mounted.core.asked.find(({ name }) => name === 'contacts.verify')?.body).toStrictEqual({
    contact: bob.contact,
    verified: true,
  });
});
