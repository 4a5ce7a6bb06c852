/** Collects what is to be done until nothing was added for a while, then does it once for all. */
export function createLater<Item>(
  delay: number,
  run: (items: readonly Item[]) => void,
): { readonly add: (item: Item) => void } {
  const items = new Set<Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (item) => {
      items.add(item);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const due = [...items];
        items.clear();
        run(due);
      }, delay);
    },
  };
}
