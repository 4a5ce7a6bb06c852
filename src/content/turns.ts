/** Does one piece of work after another: insertions need the focus, and there is one. */
export type Turns = (work: () => Promise<void>) => Promise<void>;

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
