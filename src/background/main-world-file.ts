/**
 * Run in the page's own world, where what takes and saves files listens. Only encrypted files come by here, under names
 * that say nothing, in an `input[type=file]` of the content script's: both worlds see the same files in it. The functions
 * are sent there as their source text, so they use nothing from outside themselves.
 */

/**
 * Pastes the file into the box, or drops it there.
 * @param attribute @param mark the attribute and value that the content script put on its input and on the box
 */
export function giveFileInMainWorld(attribute: string, mark: string, way: 'paste' | 'drop'): void {
  const isInput = (element: Element) => element instanceof HTMLInputElement && element.type === 'file';
  const all = (root: Document | ShadowRoot): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(`[${attribute}="${mark}"]`),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot) : [])),
  ];
  const marked = all(document);
  const input = marked.find(isInput) as HTMLInputElement | undefined;
  const box = marked.find((element) => !isInput(element));
  const file = input?.files?.[0];
  if (!box || !file) return;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const { left, top, width, height } = box.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  const options = { bubbles: true, cancelable: true, composed: true };
  // Firefox leaves the event's own transfer empty or null, whatever the constructor was given.
  const dispatch = (event: Event, property: 'dataTransfer' | 'clipboardData') => {
    const own = (event as unknown as Record<typeof property, DataTransfer | null>)[property];
    if (own?.files.length !== 1) Object.defineProperty(event, property, { value: transfer });
    box.dispatchEvent(event);
  };
  box.focus();
  if (way === 'paste') {
    dispatch(new ClipboardEvent('paste', { ...options, clipboardData: transfer }), 'clipboardData');
    return;
  }
  for (const type of ['dragenter', 'dragover', 'drop'])
    dispatch(new DragEvent(type, { ...options, ...at, dataTransfer: transfer }), 'dataTransfer');
}

/**
 * Until the content script takes its input away: where the page would have the person choose a file, it gets the one in
 * that input, and the browser's dialog stays shut. `change` at our input says that it was taken.
 * @param attribute @param mark the attribute and value that the content script put on its input
 */
export function answerChooserInMainWorld(attribute: string, mark: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[type="file"][${attribute}="${mark}"]`);
  if (!input) return;
  // oxlint-disable-next-line typescript/unbound-method -- called with the page's own input below
  const { click, showPicker } = HTMLInputElement.prototype;
  const asks = (chooser: HTMLInputElement) =>
    chooser.type === 'file' && chooser !== input && input.isConnected && input.files?.length === 1;
  const answer = (chooser: HTMLInputElement) => {
    end();
    chooser.files = input.files;
    chooser.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    input.dispatchEvent(new Event('change'));
  };
  // A label, or the page's own event, asks by a click that can be heard; a script may ask where nothing is heard.
  const onClick = (event: MouseEvent) => {
    const [chooser] = event.composedPath();
    if (!(chooser instanceof HTMLInputElement) || !asks(chooser)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    answer(chooser);
  };
  const end = () => {
    HTMLInputElement.prototype.click = click;
    HTMLInputElement.prototype.showPicker = showPicker;
    window.removeEventListener('click', onClick, true);
  };
  HTMLInputElement.prototype.click = function () {
    if (asks(this)) answer(this);
    else click.call(this);
  };
  HTMLInputElement.prototype.showPicker = function () {
    if (asks(this)) answer(this);
    else showPicker.call(this);
  };
  window.addEventListener('click', onClick, true);
  const watch = setInterval(() => {
    if (input.isConnected) return;
    clearInterval(watch);
    end();
  }, 1000);
}

/**
 * Until the content script takes its input away: what the page would have the browser save is put into that input
 * instead, and `change` says that it is there; `cancel`, that it could not be loaded.
 * @param attribute @param mark the attribute and value that the content script put on its input
 */
export function catchFileInMainWorld(attribute: string, mark: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[type="file"][${attribute}="${mark}"]`);
  if (!input) return;
  // oxlint-disable-next-line typescript/unbound-method -- called with the page's own link below
  const { click } = HTMLAnchorElement.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- called on URL below
  const { createObjectURL } = URL;
  /** The page's own blobs: their addresses are often given back before anybody could load from them. */
  const made = new Map<string, Blob>();
  const saves = ({ href, download }: HTMLAnchorElement) => download !== '' || href.startsWith('blob:');
  const take = async ({ href, download }: HTMLAnchorElement) => {
    end();
    try {
      const blob = made.get(href) ?? (await (await fetch(href)).blob());
      const transfer = new DataTransfer();
      transfer.items.add(new File([blob], download || 'file'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    } catch {
      input.dispatchEvent(new Event('cancel'));
    }
  };
  const onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((at) => at instanceof HTMLAnchorElement && saves(at));
    if (event.isTrusted || !input.isConnected || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void take(link);
  };
  const end = () => {
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    window.removeEventListener('click', onClick, true);
  };
  // A link that stands nowhere in the document is clicked without anybody hearing of it.
  HTMLAnchorElement.prototype.click = function () {
    if (input.isConnected && saves(this)) void take(this);
    else click.call(this);
  };
  URL.createObjectURL = (object) => {
    const address = createObjectURL.call(URL, object);
    if (object instanceof Blob && input.isConnected) made.set(address, object);
    return address;
  };
  window.addEventListener('click', onClick, true);
  const watch = setInterval(() => {
    if (input.isConnected) return;
    clearInterval(watch);
    end();
  }, 1000);
}
