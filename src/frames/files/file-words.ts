/** A file's name and size as a person sees them. The name comes from somebody else's computer. */
import { language } from '../../platform/i18n';

/** Longest name that is saved, in UTF-16 units; the ending is kept. */
const longest = 120;
/** What has a meaning in a path on some system, and what cannot be seen or turns the text around (a false ending). */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}/\\:*?"<>|]/gu;
/** Names of devices on Windows, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The name under which the file may be saved anywhere, and shown. */
export function safeFileName(name: string): string {
  const plain = name
    .replaceAll(unsafe, '_')
    .replace(/^[\s.]+/u, '')
    .replace(/[\s.]+$/u, '')
    .replace(devices, '_$&');
  if (plain === '') return 'file';
  if (plain.length <= longest) return plain;
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  return plain.slice(0, longest - ending.length).replace(/[\uD800-\uDBFF]$/u, '') + ending;
}

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** Such as "3.2 MB", in the browser's language. */
export function sizeWords(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** Lets the browser save the blob under this name. Never as the type it claims: nothing of it is opened in our origin. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = safeFileName(name);
  link.click();
  // The browser goes on reading from it for as long as the download takes to start.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
