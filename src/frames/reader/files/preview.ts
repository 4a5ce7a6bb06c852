/**
 * Shows a file that was opened. Only what browsers decode without running anything: pictures of points, sound, film,
 * and text as text. HTML, SVG, PDF and all else is for saving.
 */
import { t } from '../../../platform/i18n';

type Kind = 'picture' | 'sound' | 'film' | 'text';

const kinds: ReadonlyMap<string, Kind> = new Map([
  ...['png', 'jpeg', 'gif', 'webp', 'avif', 'bmp'].map((name) => [`image/${name}`, 'picture'] as const),
  ...['mpeg', 'mp4', 'aac', 'ogg', 'opus', 'wav', 'x-wav', 'webm', 'flac', 'x-m4a'].map(
    (name) => [`audio/${name}`, 'sound'] as const,
  ),
  ...['mp4', 'webm', 'ogg', 'quicktime'].map((name) => [`video/${name}`, 'film'] as const),
  ...['plain', 'markdown', 'csv'].map((name) => [`text/${name}`, 'text'] as const),
  ['application/json', 'text'],
]);
/** Bytes of a text that are shown. */
const mostText = 100_000;

/** The type as it stands in the table, without what may follow it. */
const plainType = (type: string) => type.toLowerCase().split(';', 1)[0] ?? '';

/** How a file of this type is shown; null: it is not. */
export function previewKind(type: string): Kind | null {
  return kinds.get(plainType(type)) ?? null;
}

export type Preview = { readonly element: HTMLElement; readonly release: () => void };

/** The same room for every file, so that the page does not learn from it what is shown. */
export async function makePreview(file: Blob, type: string, name: string): Promise<Preview> {
  const room = document.createElement('div');
  room.className = 'file-preview';
  const kind = previewKind(type);
  if (kind === 'text') {
    const text = document.createElement('pre');
    text.textContent = new TextDecoder().decode(await file.slice(0, mostText).arrayBuffer());
    text.tabIndex = 0;
    text.dir = 'auto';
    room.append(text);
    return { element: room, release: () => undefined };
  }
  const address = URL.createObjectURL(new Blob([file], { type: plainType(type) }));
  const shown =
    kind === 'picture' ? new Image() : document.createElement(kind === 'sound' ? 'audio' : 'video');
  if (shown instanceof HTMLMediaElement) {
    shown.controls = true;
    shown.setAttribute('aria-label', t('files_preview', name));
  } else shown.alt = t('files_preview', name);
  // Dropped on the page beside it, it would be the page's.
  shown.draggable = false;
  shown.addEventListener('error', () => {
    room.textContent = t('files_unplayable');
  });
  shown.src = address;
  room.append(shown);
  return { element: room, release: () => URL.revokeObjectURL(address) };
}
