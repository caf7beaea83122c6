// `npm run bench`: builds what is out of date, bundles the benchmark beside the product and runs it.
import path from 'node:path';
import { build } from '../../scripts/build.mjs';
import { useProjectRuntime } from '../../scripts/runtime.mjs';

await useProjectRuntime();
await build();

const outfile = path.resolve('node_modules/.cache/partner-platform-bench/main.mjs');
const esbuild = await import('esbuild');
await esbuild.build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  tsconfig: 'tsconfig.json',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await esbuild.stop();

const { main } = await import(outfile);
process.exitCode = await main(process.argv.slice(2));
