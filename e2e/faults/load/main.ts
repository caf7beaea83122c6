// Promises that hold under load, on two processes of the product, one PostgreSQL and one Redis. Counts decide; what is timed
// is reported beside them.
import { endAll } from '../../bench/closers';
import { clientWhere, startProduct, startStores } from '../../bench/servers';
import type { Finding, Load } from './finding';
import { admitted, neighbour } from './limiter';
import { replay } from './replay';
import { rollingRestart } from './rolling-restart';
import { rotationsUnderLoad } from './rotations';
import { stuffing } from './stuffing';
import { tenants } from './tenants';
import { wrongSecrets } from './wrong-secrets';

const lines: Readonly<Record<string, (load: Load) => Promise<Finding>>> = {
  admitted,
  neighbour,
  replay,
  rotations: rotationsUnderLoad,
  'wrong-secrets': wrongSecrets,
  stuffing,
  tenants,
  'rolling-restart': rollingRestart,
};

const table = (findings: readonly Finding[]) =>
  ['| Promise | Figure | Held |', '| --- | --- | --- |', ...findings.map(({ promise, figure, held }) => `| ${promise} | ${figure} | ${held ? 'yes' : '**no**'} |`)].join('\n'); // prettier-ignore

/**
 * @param chosen names of lines; all of them when empty
 * @param write gets the table once every line has run
 * @returns the exit code
 */
export async function main(
  chosen: readonly string[],
  write: (table: string) => Promise<void>,
): Promise<number> {
  try {
    const stores = await startStores();
    const settings = { WORKER: 'separate' };
    const first = await startProduct(stores, { settings }); // it migrates and seeds
    const load: Load = {
      stores,
      products: [first, await startProduct(stores, { settings })],
      client: (fits) => clientWhere(stores, fits),
    };
    const findings: Finding[] = [];
    for (const [name, line] of Object.entries(lines)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const finding = await line(load);
      findings.push(finding);
      console.log(`${finding.held ? 'held' : 'NOT held'}: ${finding.promise}\n  ${finding.figure}`);
    }
    if (chosen.length === 0) await write(table(findings));
    return findings.every(({ held }) => held) ? 0 : 1;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await endAll();
  }
}
