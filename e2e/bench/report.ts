/** Rows of the bench's table, and the two ways to print them. */

export type Row = {
  readonly area: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it was measured against, in the same run and the same unit. */
  readonly against: string;
  readonly reference: number | null;
  /** How many times the reference, or the other way round where the goal says so. */
  readonly ratio: number | null;
  readonly goal: string;
  /** Null where there is no goal. */
  readonly met: boolean | null;
};

export type Goal = { readonly words: string; readonly holds: (ratio: number) => boolean };

export const atMost = (limit: number): Goal => ({
  words: `at most ${limit} times`,
  holds: (ratio) => ratio <= limit,
});
export const atLeast = (limit: number): Goal => ({
  words: `at least ${limit} times`,
  holds: (ratio) => ratio >= limit,
});

/** A row whose ratio is value divided by reference. */
export function compare(
  area: string,
  what: string,
  value: number,
  unit: string,
  against: string,
  reference: number,
  goal?: Goal,
): Row {
  const ratio = value / reference;
  return {
    area,
    what,
    value: rounded(value),
    unit,
    against,
    reference: rounded(reference),
    ratio: rounded(ratio),
    goal: goal?.words ?? '',
    met: goal?.holds(ratio) ?? null,
  };
}

/** A row that is measured against nothing. */
export function plain(area: string, what: string, value: number, unit: string): Row {
  return {
    area,
    what,
    value: rounded(value),
    unit,
    against: '',
    reference: null,
    ratio: null,
    goal: '',
    met: null,
  };
}

/** A measurement that could not be taken is a goal missed. */
export function failure(area: string, thrown: unknown): Row {
  const words = String(thrown).split('\n')[0]?.slice(0, 120) ?? '';
  return { ...plain(area, `could not be measured: ${words}`, 0, ''), met: false };
}

/** Three significant digits, whole numbers left whole. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

const headings = ['Area', 'What', 'Value', 'Reference', 'Ratio', 'Goal', ''];

function cells(row: Row): string[] {
  return [
    row.area,
    row.what,
    `${row.value} ${row.unit}`,
    row.reference === null ? '' : `${row.reference} ${row.unit}, ${row.against}`,
    row.ratio === null ? '' : String(row.ratio),
    row.goal,
    row.met === null ? '' : row.met ? 'met' : 'MISSED',
  ];
}

/** A Markdown table whose columns also line up in a terminal. */
export function table(rows: readonly Row[]): string {
  const all = [headings, ...rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(3, ...all.map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...all.slice(1).map(line)].join(
    '\n',
  );
}
