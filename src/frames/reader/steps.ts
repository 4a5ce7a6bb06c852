/**
 * The sizes that the page gets to know. It needs them to lay out its list, and could guess at words from exact ones,
 * so widths come in eighths of the room and heights in half lines.
 */

/** `width` rounded up to eighths of `room`, at most `room`, in whole pixels. */
export function widthStep(width: number, room: number): number {
  if (room <= 0) return 0;
  const eighths = Math.min(8, Math.max(1, Math.ceil((width / room) * 8 - 1e-6)));
  return Math.min(Math.ceil((room * eighths) / 8), Math.floor(room));
}

/** `height` rounded up to half lines, in whole pixels. */
export function heightStep(height: number, line: number): number {
  const half = line / 2;
  return Math.ceil(Math.ceil(height / half - 1e-6) * half);
}
