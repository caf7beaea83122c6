// Runs one of our bundled commands after building what is out of date: node scripts/run.mjs <command> [options]
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { useProjectRuntime } from './runtime.mjs';

/** Builds, then runs lib/commands/<command>.ts in this process. */
export async function run(command, { pages = false } = {}) {
  await useProjectRuntime();
  try {
    // A further process of the same server runs what the first one built.
    if (cluster.isPrimary) await build({ pages });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  await import(`../dist/${command}.js`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2]);
