/** Pictures for states and buttons, drawn in a 16 by 16 box with the colour of the text. */

/** Filled paths, even-odd. */
const paths = {
  lock: 'M5 6V4.5a3 3 0 0 1 6 0V6h.5A1.5 1.5 0 0 1 13 7.5v5a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-5A1.5 1.5 0 0 1 4.5 6zm1.5 0h3V4.5a1.5 1.5 0 0 0-3 0z',
  unlocked:
    'M5 6V4.5a3 3 0 0 1 5.9-.8l-1.450.4A1.5 1.5 0 0 0 6.5 4.5V6h5A1.5 1.5 0 0 1 13 7.5v5a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-5A1.5 1.5 0 0 1 4.5 6z',
  check: 'M6.3 12.3 2.4 8.4l1.2-1.2 2.7 2.7 6.1-6.1 1.2 1.2z',
  warning: 'M8 1.5 15 14H1zM7.2 6v4h1.6V6zm0 5.2v1.5h1.6v-1.5z',
  cross: 'm3.6 2.4 4.4 4.4 4.4-4.4 1.2 1.2L9.2 8l4.4 4.4-1.2 1.2L8 9.2l-4.4 4.4-1.2-1.2L6.8 8 2.4 3.6z',
  question:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.8 9.8v1.5h1.6v-1.5zM5.3 6h1.5c0-.7.5-1.2 1.2-1.2s1.2.5 1.2 1.1c0 .6-.3.9-.9 1.3-.7.5-1.1 1-1.1 1.9v.6h1.5v-.4c0-.5.2-.7.8-1.1.7-.5 1.2-1.2 1.2-2.3 0-1.5-1.2-2.6-2.7-2.6S5.3 4.4 5.3 6z',
  clock: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.75 3v4.3l3.1 1.9.8-1.3-2.4-1.4V4z',
  send: 'M1.8 13.8 14.8 8 1.8 2.2l-.1 4.5L10 8l-8.3 1.3z',
  more: 'M3 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm5 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm5 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
  clip: 'M11.6 4.2v6.3a3.6 3.6 0 0 1-7.2 0V4a2.5 2.5 0 0 1 5 0v6.2a1.4 1.4 0 0 1-2.8 0V4.5h1.2v5.7a.2.2 0 0 0 .4 0V4a1.3 1.3 0 0 0-2.6 0v6.5a2.4 2.4 0 0 0 4.8 0V4.2z',
  file: 'M3.5 1h6L13 4.5V15H3.5zM5 2.5v11h6.5V6H8V2.5z',
} as const;
export type IconName = keyof typeof paths;

/** Those that the reader alone shows. */
const readerPaths = {
  repeat: 'M8 3a5 5 0 0 1 4 2V3h1.5v5H8.5V6.5h2.7A3.5 3.5 0 1 0 11.3 9h1.6A5 5 0 1 1 8 3z',
  person: 'M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zm-6 12c0-2.8 2.7-4.5 6-4.5s6 1.7 6 4.5z',
} as const;
export type ReaderIconName = IconName | keyof typeof readerPaths;

const namespace = 'http://www.w3.org/2000/svg';

/** For Preact. Hidden from assistive software: words always stand beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={paths[name]} />
    </svg>
  );
}

/** For the reader, which is plain DOM. */
export function iconElement(name: ReaderIconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('d', { ...paths, ...readerPaths }[name]);
  svg.append(path);
  return svg;
}
