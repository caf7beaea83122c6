// `npm run test:faults [-- --full]`: the fault sweeps. `--full` strikes every message and writes docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useProjectRuntime } from '../../scripts/runtime.mjs';
import { table, writeReport } from './report.mjs';

await useProjectRuntime();
const full = process.argv.includes('--full');
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
  if (full && status === 0) await writeReport(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status ?? 1;
