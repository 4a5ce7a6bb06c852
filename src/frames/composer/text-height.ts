/**
 * Height of the text box in whole lines, so that the page learns no more from it than how many lines there are.
 */

/** @param wanted height of all the text, @param most room there is; both in pixels like the result */
export function lineSteps(wanted: number, line: number, most: number): number {
  const lines = Math.max(1, Math.round(wanted / line));
  const room = Math.max(1, Math.floor(most / line));
  return Math.min(lines, room) * line;
}

/** Sets the height of a textarea without padding or border. */
export function fitHeight(textarea: HTMLTextAreaElement, line: number, most: number): void {
  const { scrollTop } = textarea;
  textarea.style.height = '0';
  textarea.style.height = `${lineSteps(textarea.scrollHeight, line, most)}px`;
  textarea.scrollTop = scrollTop;
}
