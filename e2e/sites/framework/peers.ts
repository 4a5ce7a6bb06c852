/** Alice and Bob, as every messenger of the test pages knows them. */
import type { Pair, Peer } from './site-page';

export type Who = 'alice' | 'bob';

export const peers: Readonly<Record<Who, Peer>> = {
  alice: { id: '1001', name: 'Alice Adams', handle: 'alice' },
  bob: { id: '2002', name: 'Bob Brown', handle: 'bob' },
};

export const pairOf = (who: Who): Pair =>
  who === 'alice' ? { me: peers.alice, peer: peers.bob } : { me: peers.bob, peer: peers.alice };
