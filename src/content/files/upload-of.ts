/** How files are sent where the chat is: as the site's facts say, or as a site usually has it. */
import type { Site, Upload } from '../site';

/** Null where no file can be sent. */
export function uploadOf({ upload }: Site): Upload | null {
  if (typeof upload === 'object') return upload;
  return upload === 'guess' ? guessed : null;
}

/** The nearest input for files that does not ask for pictures only. */
function fileInput(from: HTMLElement): HTMLInputElement | null {
  for (let at: HTMLElement | null = from; at; at = at.parentElement) {
    for (const input of at.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
      if (!input.disabled && !input.webkitdirectory && takesAnything(input.accept)) return input;
    }
  }
  return null;
}

function takesAnything(accept: string): boolean {
  return accept.trim() === '' || /\*\/\*|(?:^|,)\s*\*|\.bin\b|application\/octet-stream/.test(accept);
}

const guessed: Upload = {
  takes: 'any',
  most: null,
  // A box that hears of neither keeps the paste to itself; what is dropped where nobody listens goes nowhere.
  offers: ['input', 'paste', 'drop'],
  input: fileInput,
  menu: [],
  confirm: () => null,
  card: () => null,
  address: null,
  attachments: () => [],
  link: () => null,
};
