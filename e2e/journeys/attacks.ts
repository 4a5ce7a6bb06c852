/**
 * How a page may try to get what is typed: it moves the focus to a field of its own in the middle of a word. Each runs
 * in the page's own world, where `setTrap` ran before it, and stands alone otherwise.
 */
export interface Attack {
  readonly name: string;
  /** The person clicks into the page first: what they type next might be taken to be meant for it. */
  readonly clickFirst?: string;
  /** The attack waits for the person to press Enter, and the messenger's editor keeps Sotto busy then. */
  readonly whileSending?: boolean;
  readonly begin: () => void;
}

/** The field that catches, out of sight. */
declare const trap: HTMLTextAreaElement;
/** Takes the focus, and leaves a mark that the attack has begun. */
declare function steal(field?: HTMLElement | null): void;

/** In the page: makes what the attacks use. */
export function setTrap(): void {
  const made = document.createElement('textarea');
  made.id = 'trap';
  made.style.cssText = 'position: fixed; left: -900px; top: 0';
  document.body.append(made);
  Reflect.set(globalThis, 'steal', (field: HTMLElement = made) => {
    if (document.activeElement !== field) field.focus();
    made.dataset['sprung'] = '';
  });
}

export const attacks: readonly Attack[] = [
  { name: 'takes the focus once', begin: () => steal() },
  { name: 'takes the focus again and again', begin: () => void setInterval(steal, 20, trap) },
  { name: 'takes the focus as fast as it can', begin: () => void setInterval(steal, 1, trap) },
  { name: 'waits for a pause between two words', begin: () => void setTimeout(steal, 700, trap) },
  {
    name: 'takes the focus after the person had clicked in the page',
    clickFirst: 'header h1',
    begin: () => {
      for (const delay of [0, 30, 60]) setTimeout(steal, delay, trap);
    },
  },
  {
    name: 'takes the focus into a frame of its own',
    begin: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const field = frame.contentDocument?.body.appendChild(frame.contentDocument.createElement('textarea'));
      field?.addEventListener('input', () => (trap.value = field.value));
      for (const delay of [0, 30, 80]) setTimeout(steal, delay, field);
    },
  },
  {
    name: 'listens in a frame of its own before anybody, and takes the focus there',
    begin: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const view = frame.contentWindow;
      view?.addEventListener('focus', (event) => event.stopImmediatePropagation(), true);
      view?.addEventListener('keydown', ({ key }) => (trap.value += key), true);
      const field = frame.contentDocument?.body.appendChild(frame.contentDocument.createElement('textarea'));
      for (const delay of [0, 30, 80]) setTimeout(steal, delay, field);
    },
  },
  {
    name: 'takes the focus while a message is being sent',
    whileSending: true,
    begin: () => {
      const footer = document.querySelector('footer');
      if (footer === null) return;
      new MutationObserver(() => void setTimeout(steal, 5, trap)).observe(footer, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    },
  },
  {
    name: 'says that another chat is open, and takes the focus into its box',
    begin: () => {
      history.replaceState(null, '', `/chat/elsewhere${location.search}`);
      setInterval(() => steal(document.querySelector<HTMLElement>('footer [contenteditable]')), 10);
    },
  },
  {
    name: 'puts another box where the messenger’s stood',
    begin: () => {
      const footer = document.createElement('footer');
      const box = document.createElement('div');
      box.className = 'box';
      box.contentEditable = 'true';
      box.addEventListener('input', () => (trap.value = box.textContent));
      footer.append(box);
      document.querySelector('footer')?.replaceWith(footer);
      setInterval(steal, 10, box);
    },
  },
];
