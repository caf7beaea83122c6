// The command line of the benchmark.
import { parseArgs } from 'node:util';

// In the order in which they run. Rest is measured first: the lines that write leave work for the next worker to do.
export const lineNames = [
  'memory',
  'ceilings',
  'read',
  'peers',
  'limiter',
  'mint',
  'create',
  'drain',
  'backlog',
  'size',
  'log',
  'growth',
] as const;
export type LineName = (typeof lineNames)[number];

export interface Options {
  readonly lines: readonly LineName[];
  /** How often A and B take turns. */
  readonly rounds: number;
  /** Length of one turn. */
  readonly seconds: number;
  /** Requests in flight at once, on both sides. */
  readonly concurrency: number;
}

export const usage = `npm run bench -- [--only ${lineNames.join('|')}]… [--growth] [--rounds 5] [--seconds 3] [--concurrency 16]`;

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0.`);
  return value;
}

function isLineName(text: string): text is LineName {
  return (lineNames as readonly string[]).includes(text);
}

/** @throws Error with one sentence for an option that cannot be used. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      growth: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      concurrency: { type: 'string', default: '16' },
    },
  });
  const chosen = values.only ?? lineNames.filter((name) => name !== 'growth' || values.growth);
  for (const name of chosen) if (!isLineName(name)) throw new Error(`There is no line "${name}".`);
  return {
    lines: lineNames.filter((name) => chosen.includes(name)),
    rounds: whole(values.rounds, 'rounds'),
    seconds: whole(values.seconds, 'seconds'),
    concurrency: whole(values.concurrency, 'concurrency'),
  };
}
