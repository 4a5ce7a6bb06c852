/** What is tried on every page: the columns of the table in docs/SITES.md. */
export const features = {
  covers: 'Covers the box',
  short: 'Short message',
  lines: 'Lines, emoji, markdown',
  parts: 'Long, in parts',
  quote: 'Reply with quote',
  edits: 'Edited message',
  files: 'Encrypted file',
  previews: 'Previews, title',
  ways: 'Other ways stopped',
  scroll: 'Scrolled list',
  reload: 'Reload',
  draft: 'Draft taken over',
  deletes: 'Deleted message',
  health: 'Health, renamed page',
  silent: 'Server knows nothing',
} as const;

export type Feature = keyof typeof features;
