// The product runs on the Node version of the lock file. `npm run …` puts it first on the PATH; started in
// another way, a script hands over to it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';

const leastMajor = 24;

/** Returns at once on a recent Node; otherwise this process becomes the waiting parent of the same script under ours. */
export async function useProjectRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= leastMajor) return;
  const own = path.resolve(import.meta.dirname, '../node_modules/node/bin/node');
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', () => {
    console.error(`Node ${leastMajor} is needed and ${own} cannot be run; install again with "npm ci".`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  await new Promise(() => undefined); // nothing of this process comes after the child
}
