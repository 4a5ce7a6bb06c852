// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { SottoError } from '../../src/protocol/errors';
import { find, mount, press, shows } from '../testing/mount';
import { aliceUnlocked, bob } from '../testing/people';

vi.mock('../../src/platform/browser', async () => {
  const { stage } = await import('../testing/stage');
  return {
    get browser() {
      return stage.browser;
    },
  };
});
/** What the picture that was chosen last holds. */
const scanned = vi.hoisted(() => vi.fn<() => string | null>());
vi.mock('../core/load-scan', () => ({ loadScan: async () => scanned }));
vi.mock('../core/picture', () => ({ readPicture: async () => ({}) }));

const digits = Array.from({ length: 12 }, (_, at) => `${10_000 + at}`).join(' ');
let mounted: ReturnType<typeof mount>;
async function start() {
  mounted = mount({ ...aliceUnlocked(), contacts: [bob] }, { hash: '#contacts' });
  await vi.waitFor(() => find('button', 'Compare'));
  press('Compare');
  await vi.waitFor(() => find('dialog h2', `Compare with ${bob.name}`));
}
const sees = (text: string) => vi.waitFor(() => expect(shows(text)).toBe(true));
const choosePicture = async () => {
  const input = document.querySelector<HTMLInputElement>('dialog input[type="file"]');
  if (!input) throw new Error('no file input');
  expect(input.accept).toBe('image/*');
  Object.defineProperty(input, 'files', { value: [new File([''], 'a.png')], configurable: true });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
};
const verified = () =>
  mounted.core.asked.filter(({ name }) => name === 'contacts.verify').map(({ body }) => body);
afterEach(() => mounted.unmount());

it('shows the number as digits, as words and as a code', async () => {
  await start();
  await sees(digits);
  expect(find('button', 'Digits').getAttribute('aria-pressed')).toBe('true');
  press('Words');
  await sees('word0 word1');
  expect(shows(digits)).toBe(false);
  press('QR code');
  await vi.waitFor(() => expect(document.querySelector('dialog svg.qr path')).not.toBeNull());
  expect(shows('word0')).toBe(false);
});

it('takes the same code from a picture for a comparison, and says so', async () => {
  await start();
  await sees(digits);
  scanned.mockReturnValue(`SOTTO SAFETY 1 ${digits}`);
  await choosePicture();
  await sees(`The codes match. ${bob.name} is verified.`);
  expect(verified()).toEqual([{ contact: bob.contact, verified: true }]);
  expect(document.querySelector('dialog')).toBeNull();
});

it.each([
  [null, 'There is no QR code in this picture'],
  ['https://example.org', 'This code is no safety number'],
  [`SOTTO SAFETY 1 ${digits.replace('10000', '10001')}`, 'This is another number than yours'],
])('takes nothing else for one: %j', async (text, sentence) => {
  await start();
  await sees(digits);
  scanned.mockReturnValue(text);
  await choosePicture();
  await sees(sentence);
  expect(verified()).toEqual([]);
  expect(document.querySelector('dialog')).not.toBeNull();
});

it('takes no word on a number that does not stand there yet', async () => {
  mounted = mount({ ...aliceUnlocked(), contacts: [bob] }, { hash: '#contacts' });
  await vi.waitFor(() => find('button', 'Compare'));
  const release = mounted.core.hold('contacts.safety');
  press('Compare');
  await sees('Working out the number');
  press('They match');
  release();
  await sees(digits);
  expect(verified()).toEqual([]);
  press('They match');
  await vi.waitFor(() => expect(verified()).toHaveLength(1));
});

it('says what is wrong where there is no number, and still shows the fingerprints', async () => {
  mounted = mount({ ...aliceUnlocked(), contacts: [bob] }, { hash: '#contacts' });
  await vi.waitFor(() => find('button', 'Compare'));
  mounted.core.failOnce('contacts.safety', new SottoError('storage_failed'));
  press('Compare');
  await vi.waitFor(() => expect(document.querySelector('dialog [role="alert"]')?.textContent).not.toBe(''));
  expect(document.querySelector(`dialog [data-fingerprint="${bob.fingerprint}"]`)).not.toBeNull();
});
