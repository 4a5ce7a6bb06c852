/** Pictures for states and buttons, drawn in a 16 by 16 box with the colour of the text. */

/** Filled paths, even-odd. */
const paths = {
  lock: 'M5 6V4.500a3 3 0 0 1 6 0V6h.5A1.500 1.500 0 0 1 13 7.500v5a1.500 1.500 0 0 1-1.500 1.500h-7A1.500 1.500 0 0 1 3 12.500v-5A1.500 1.500 0 0 1 4.500 6zm1.500 0h3V4.500a1.500 1.500 0 0 0-3 0z',
  unlocked:
    'M5 6V4.500a3 3 0 0 1 5.900-.8l-1.450.4A1.500 1.500 0 0 0 6.500 4.500V6h5A1.500 1.500 0 0 1 13 7.500v5a1.500 1.500 0 0 1-1.500 1.500h-7A1.500 1.500 0 0 1 3 12.500v-5A1.500 1.500 0 0 1 4.500 6z',
  check: 'M6.300 12.300 2.400 8.400l1.200-1.200 2.700 2.700 6.100-6.100 1.200 1.200z',
  warning: 'M8 1.500 15 14H1zM7.200 6v4h1.600V6zm0 5.200v1.500h1.600v-1.500z',
  cross:
    'm3.600 2.400 4.400 4.400 4.400-4.400 1.200 1.200L9.200 8l4.400 4.400-1.200 1.200L8 9.200l-4.400 4.400-1.200-1.200L6.800 8 2.400 3.600z',
  question:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.8 9.800v1.500h1.600v-1.500zM5.300 6h1.500c0-.7.500-1.200 1.200-1.200s1.200.5 1.200 1.100c0 .6-.3.9-.9 1.300-.7.500-1.100 1-1.100 1.900v.600h1.500v-.4c0-.5.200-.7.800-1.100.7-.5 1.200-1.200 1.200-2.300 0-1.500-1.200-2.600-2.700-2.600S5.300 4.400 5.300 6z',
  repeat: 'M8 3a5 5 0 0 1 4 2V3h1.500v5H8.500V6.500h2.700A3.500 3.500 0 1 0 11.300 9h1.600A5 5 0 1 1 8 3z',
  clock: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.75 3v4.300l3.100 1.900.8-1.300-2.400-1.400V4z',
  person: 'M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zm-6 12c0-2.800 2.700-4.500 6-4.500s6 1.700 6 4.500z',
  send: 'M1.800 13.800 14.800 8 1.800 2.200l-.1 4.500L10 8l-8.300 1.300z',
  more: 'M3 6.600a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800zm5 0a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800zm5 0a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800z',
} as const;
export type IconName = keyof typeof paths;

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
export function iconElement(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
