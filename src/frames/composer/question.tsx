/** A question under the box, with its answers. Nothing is decided by Enter in the text. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons';

type Props = {
  readonly words: string;
  /** The focus goes to the last answer, which changes nothing. */
  readonly takesFocus: boolean;
  readonly children: ComponentChildren;
};

export function Question({ words, takesFocus, children }: Props) {
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [takesFocus]);
  return (
    <section ref={root} class="question" aria-label={words}>
      <output class="line" data-tone="warn">
        <Icon name="warning" />
        <span>{words}</span>
      </output>
      {children}
    </section>
  );
}
