// Runs the chosen lines, prints their figures and writes docs/benchmarks.md.
import { prepareBench, type Bench } from './bench';
import { endAll } from './closers';
import type { Figure } from './figure';
import { measureBacklog } from './lines/backlog';
import { measureCeilings } from './lines/ceilings';
import { measureCreate } from './lines/create';
import { measureDrain } from './lines/drain';
import { measureGrowth } from './lines/growth';
import { measureLimiter } from './lines/limiter';
import { measureLog } from './lines/log';
import { measureMemory } from './lines/memory';
import { measureMinting } from './lines/mint';
import { measurePeers } from './lines/peers';
import { measureRead } from './lines/read';
import { measureSize } from './lines/size';
import { parseOptions, usage, type LineName, type Options } from './options';
import { writeReport } from './report';

const lines: Readonly<Record<LineName, (bench: Bench) => Promise<Figure[]>>> = {
  ceilings: measureCeilings,
  read: measureRead,
  peers: measurePeers,
  limiter: measureLimiter,
  mint: measureMinting,
  create: measureCreate,
  memory: measureMemory,
  drain: measureDrain,
  backlog: measureBacklog,
  size: measureSize,
  log: measureLog,
  growth: measureGrowth,
};

function print({ name, ours, against, ratio, goal, met }: Figure): void {
  console.log(`\n${name}\n  ours: ${ours}`);
  if (against) console.log(`  against ${against}`);
  if (ratio) console.log(`  ratio: ${ratio}`);
  if (goal) console.log(`  goal ${goal}: ${met ? 'met' : 'NOT met'}`);
}

async function measure(options: Options): Promise<void> {
  const bench = await prepareBench(options);
  for (const name of options.lines) {
    console.log(`\nMeasuring ${name} …`);
    const measured = await lines[name](bench);
    measured.forEach(print);
    writeReport(measured, options); // a line that fails takes none with it
  }
}

/** Returns the exit code: 0 however slow the figures are. */
export async function main(args: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void endAll().then(() => process.exit(130)));
  }
  let options: Options;
  try {
    options = parseOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  try {
    await measure(options);
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await endAll();
  }
}
