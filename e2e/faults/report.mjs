// The figures of a run as a table, and as docs/reliability.md: the promises of money-out, each with its figure.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const document = path.resolve('docs/reliability.md');

/** @param {readonly { scenario: string, style: string, messages: number, runs: number, double: number, lost: number }[]} results */
export function table(results) {
  const rows = results.map(({ scenario, style, messages, runs, double, lost }) =>
    [scenario, style, messages, runs, double, lost].join(' | '),
  );
  const head = ['Act | Style | Messages | Runs | Double | Lost', '--- | --- | ---: | ---: | ---: | ---:'];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

/**
 * Puts a table between the marks of that name in docs/reliability.md; the words around them stay.
 *
 * @param {string} name @param {string} text
 */
export async function writeBetween(name, text) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const whole = await readFile(document, 'utf8');
  const [before, rest] = whole.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/reliability.md has lost the marks ${begin} and ${end}.`);
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(document, `${before}${begin}\n\nMeasured on ${date}.\n\n${text}\n\n${end}${after}`);
}
