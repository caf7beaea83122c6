// The one writer of CSV (RFC 4180): quoted where it must be, safe to open in a spreadsheet, with control totals at the end.

export type CsvCell = string | number | null;

/** A text that a spreadsheet would take for a formula. Tab and carriage return count: some programs skip them. */
const formula = /^[=+\-@\t\r]/;
const toBeQuoted = /[",\r\n]/;

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return toBeQuoted.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Writes a table with a header line. Texts that start like a formula get an apostrophe in front; numbers stay numbers.
 *
 * @param totals what a reader can add up himself, one line each after the rows: `control total`, name, figure.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  totals: Readonly<Record<string, CsvCell>> = {},
): string {
  const control = Object.entries(totals).map(([name, total]) => ['control total', name, total]);
  return [columns, ...rows, ...control].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
