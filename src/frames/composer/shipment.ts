/** A message in parts of which some may have been sent: what is tried again is the rest of it, not all anew. */
import type { Cargo } from './delivery';

type Shipment = {
  readonly text: string;
  /** Whom it was encrypted for. */
  readonly readers: string;
  readonly ticket: string;
  readonly parts: readonly string[];
  /** How many of the parts have been sent. */
  readonly sent: number;
};

export type ShipmentKeeper = {
  readonly begin: (shipment: Omit<Shipment, 'sent'>) => void;
  /** What is left of the last message, if this is its text and these are its readers still. */
  readonly rest: (text: string, readers: string) => Shipment | null;
  /** It stopped while `part` (from 1) was on its way: of a message whose first part was, nothing was sent. */
  readonly stoppedAt: (stop: { readonly cargo: Cargo; readonly part: number }) => void;
  readonly end: () => void;
};

export function createShipmentKeeper(): ShipmentKeeper {
  let last: Shipment | null = null;
  return {
    begin: (shipment) => {
      last = { ...shipment, sent: 0 };
    },
    rest: (text, readers) => (last && last.text === text && last.readers === readers ? last : null),
    stoppedAt: ({ cargo, part }) => {
      if (cargo === 'message') last = last && part > 1 ? { ...last, sent: part - 1 } : null;
    },
    end: () => {
      last = null;
    },
  };
}
