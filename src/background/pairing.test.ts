import { describe, expect, it } from 'vitest';
import { createPairing } from './pairing';
import type { FrameSender } from './sender';
import { createFakeBrowser } from './testing/fake-browser';

const place = {
  tab: 1,
  kind: 'reader',
  conversation: { site: 'chat.example', chat: 'room' },
  limit: null,
  newlines: false,
} as const;
const frame = (over: Partial<FrameSender> = {}): FrameSender => ({
  kind: 'frame',
  tab: 1,
  document: 'd1',
  page: 'reader',
  ...over,
});
const notPaired = { code: 'frame_not_paired' };

function start() {
  const clock = { now: 0 };
  const browser = createFakeBrowser();
  const create = () => createPairing(browser.platform.session, () => clock.now);
  return { clock, create, pairing: create() };
}

describe('pairing', () => {
  it('binds the document that claims the nonce to its place', async () => {
    const { pairing } = start();
    const nonce = await pairing.announce(place);
    expect(await pairing.claim(nonce, frame())).toMatchObject({ ...place, document: 'd1' });
    expect((await pairing.require(frame(), 'reader')).conversation).toEqual(place.conversation);
  });

  it('outlives a restart of the worker', async () => {
    const { pairing, create } = start();
    const nonce = await pairing.announce(place);
    await create().claim(nonce, frame());
    expect((await create().require(frame())).document).toBe('d1');
  });

  it('takes a nonce once', async () => {
    const { pairing } = start();
    const nonce = await pairing.announce(place);
    await pairing.claim(nonce, frame());
    await expect(pairing.claim(nonce, frame({ document: 'd2' }))).rejects.toMatchObject(notPaired);
  });

  it('lets one of two claims at the same time through', async () => {
    const { pairing } = start();
    const nonce = await pairing.announce(place);
    const claims = await Promise.allSettled([
      pairing.claim(nonce, frame()),
      pairing.claim(nonce, frame({ document: 'd2' })),
    ]);
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['another tab', frame({ tab: 2 })],
    ['another kind of frame', frame({ page: 'composer' })],
  ])('spends a nonce presented from %s', async (_, wrong) => {
    const { pairing } = start();
    const nonce = await pairing.announce(place);
    await expect(pairing.claim(nonce, wrong)).rejects.toMatchObject(notPaired);
    await expect(pairing.claim(nonce, frame())).rejects.toMatchObject(notPaired);
  });

  it('lets a nonce live thirty seconds', async () => {
    const { pairing, clock } = start();
    const late = await pairing.announce(place);
    clock.now = 29_999;
    const nonce = await pairing.announce(place);
    clock.now = 30_000;
    await expect(pairing.claim(late, frame())).rejects.toMatchObject(notPaired);
    await expect(pairing.claim(nonce, frame())).resolves.toBeDefined();
  });

  it('knows no frame that never claimed, nor one in another tab or of another kind', async () => {
    const { pairing } = start();
    await expect(pairing.require(frame())).rejects.toMatchObject(notPaired);
    await pairing.claim(await pairing.announce(place), frame());
    await expect(pairing.require(frame({ tab: 2 }))).rejects.toMatchObject(notPaired);
    await expect(pairing.require(frame(), 'prompt')).rejects.toMatchObject(notPaired);
    await expect(pairing.require(frame({ page: 'prompt' }), 'prompt')).rejects.toMatchObject(notPaired);
  });

  it('does not move a paired document to a second place', async () => {
    const { pairing } = start();
    await pairing.claim(await pairing.announce(place), frame());
    const other = await pairing.announce({ ...place, conversation: { site: 'chat.example', chat: 'other' } });
    await expect(pairing.claim(other, frame())).rejects.toMatchObject(notPaired);
  });

  it('forgets the frames and nonces of a closed tab', async () => {
    const { pairing } = start();
    await pairing.claim(await pairing.announce(place), frame());
    const nonce = await pairing.announce(place);
    await pairing.forgetTab(1);
    await expect(pairing.require(frame())).rejects.toMatchObject(notPaired);
    await expect(pairing.claim(nonce, frame({ document: 'd2' }))).rejects.toMatchObject(notPaired);
  });

  it('lets no tab unpair the frame of another, nor spend its nonce', async () => {
    const { pairing } = start();
    await pairing.claim(await pairing.announce({ ...place, tab: 2 }), frame({ tab: 2, document: 'mine' }));
    const nonce = await pairing.announce({ ...place, tab: 2 });
    for (let count = 0; count < 300; count += 1) {
      await pairing.claim(await pairing.announce(place), frame({ document: `d${count}` }));
      await pairing.announce(place);
    }
    await expect(pairing.require(frame({ tab: 2, document: 'mine' }))).resolves.toBeDefined();
    await expect(pairing.claim(nonce, frame({ tab: 2, document: 'other' }))).resolves.toBeDefined();
  });

  it('keeps a bounded number of each tab, the newest', async () => {
    const { pairing } = start();
    for (let count = 0; count < 300; count += 1) {
      await pairing.claim(await pairing.announce(place), frame({ document: `d${count}` }));
    }
    await expect(pairing.require(frame({ document: 'd235' }))).rejects.toMatchObject(notPaired);
    await expect(pairing.require(frame({ document: 'd236' }))).resolves.toBeDefined();
    await expect(pairing.require(frame({ document: 'd299' }))).resolves.toBeDefined();
  });
});
