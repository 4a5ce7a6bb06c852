/** Runs one task after the other, so that no two read-change-write cycles overlap and lose an update. */
export type Serial = <T>(task: () => Promise<T>) => Promise<T>;

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    // A failed task is its caller's business; the next one runs all the same.
    last = run.catch(() => undefined);
    return run;
  };
}
