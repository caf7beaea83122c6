// `npm run test:faults [-- --full | --load [line…]]`: the fault sweeps. `--full` strikes every message, `--load` runs what needs
// the whole product under load; both write docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useProjectRuntime } from '../../scripts/runtime.mjs';
import { build } from '../../scripts/build.mjs';
import { table, writeBetween } from './report.mjs';

await useProjectRuntime();
const [mode, ...lines] = process.argv.slice(2);
process.exitCode = mode === '--load' ? await load(lines) : await sweep(mode === '--full');

/** @param {readonly string[]} lines */
async function load(lines) {
  await build();
  const outfile = path.resolve('node_modules/.cache/partner-platform-faults/load.mjs');
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, 'load/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
  await esbuild.stop();
  const { main } = await import(outfile);
  return main(lines, (text) => writeBetween('load', text));
}

/** @param {boolean} full */
async function sweep(full) {
  const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-faults-report-'));
  const report = path.join(folder, 'results.json');
  // What else has a long form.
  const folders = ['e2e/faults', ...(full ? ['lib/ledger'] : [])];
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'db', ...folders, '--reporter', 'dot'],
    { stdio: 'inherit', env: { ...process.env, FAULTS: full ? 'full' : 'short', FAULTS_REPORT: report } },
  );
  try {
    const results = JSON.parse(readFileSync(report, 'utf8'));
    console.log(`\n${table(results)}\n`);
    if (full && status === 0) await writeBetween('sweep', table(results));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return status ?? 1;
}
