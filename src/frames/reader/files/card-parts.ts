/** What the card of a file is put together from. */

/** Says what it does, and to assistive software with which file. */
export function button(label: string, name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = label;
  made.title = `${label}: ${name}`;
  made.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return made;
}

/** Without an end in sight until it is told a share from 0 to 1. */
export function progressBar(words: string): {
  readonly bar: HTMLElement;
  readonly tell: (share: number, words: string) => void;
} {
  const bar = document.createElement('div');
  bar.className = 'file-progress';
  const line = document.createElement('span');
  line.textContent = words;
  const progress = document.createElement('progress');
  progress.max = 1;
  progress.setAttribute('aria-label', words);
  bar.append(progress, line);
  return {
    bar,
    tell: (share, now) => {
      progress.value = share;
      progress.setAttribute('aria-label', now);
      line.textContent = now;
    },
  };
}
