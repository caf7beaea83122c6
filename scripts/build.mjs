// Builds what `npm start` runs, each part only when its sources changed: the Prisma client, our bundles, Next.
//   node scripts/build.mjs         everything, from nothing
//   node scripts/build.mjs client  the Prisma client alone
// Progress goes to stderr: standard output belongs to the command that is run afterwards.
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { useProjectRuntime } from './runtime.mjs';
import { makeIfChanged } from './source-hash.mjs';

const root = path.resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

const settings = ['package-lock.json', 'tsconfig.json'];
const clientSources = ['prisma/schema', 'prisma.config.ts', 'package-lock.json'];
const bundleSources = ['app', 'lib', 'prisma', 'scripts', ...settings];
const pageSources = [
  'app',
  'components',
  'docs/openapi',
  'instrumentation.ts',
  'lib',
  'next.config.js',
  'postcss.config.mjs',
  'prisma/schema',
  'proxy.ts',
  'public',
  ...settings,
];

/** The entry points of our bundles; each becomes a file of that name in `dist`. */
const entryPoints = [
  'start',
  'worker',
  'dev',
  'migrate',
  'credentials',
  'rotate-keys',
  'staff-create',
  'openapi',
  'simulated-bank',
  'audit-verify',
].map((name) => ({
  in: `lib/commands/${name}.ts`,
  out: name,
}));

/** Runs a tool under this very Node; its output is shown only when it fails. */
function runTool(tool, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [require.resolve(tool), ...args], {
      cwd: root,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${tool} ${args.join(' ')} failed.\n${Buffer.concat(output)}`));
    });
  });
}

/** The typed database client in lib/db/generated. */
function generateClient() {
  return makeIfChanged('lib/db/generated/.sources', clientSources, () => {
    console.error('Generating the database client …');
    return runTool('prisma/build/index.js', ['generate']);
  });
}

async function bundleOptions() {
  const { routeTablePlugin } = await import('./route-table-plugin.mjs');
  return {
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    sourcemap: 'linked',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
    plugins: [routeTablePlugin(path.join(root, 'app'))],
  };
}

function bundle() {
  return makeIfChanged('dist/.sources', bundleSources, async () => {
    console.error('Bundling the server …');
    const esbuild = await import('esbuild');
    await esbuild.build(await bundleOptions());
    await esbuild.stop(); // its helper process would stay for as long as the server
  });
}

/** A copy of each script and style beside it, as small as Brotli makes it; lib/http-host serves it. */
function compressFiles(folder) {
  for (const name of globSync('**/*.{js,css}', { cwd: folder })) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}

function buildPages() {
  return makeIfChanged('.next/.sources', pageSources, async () => {
    console.error('Building the pages; the first time takes about a minute …');
    await runTool('next/dist/bin/next', ['build']);
    compressFiles('.next/static');
  });
}

/** Builds what is out of date. `pages: false` leaves Next alone. */
export async function build({ pages = true } = {}) {
  process.chdir(root);
  await generateClient();
  await bundle();
  if (pages) await buildPages();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await useProjectRuntime();
  process.chdir(root);
  if (process.argv[2] === 'client') {
    await generateClient();
  } else {
    // Never before a mere command: a running server may still read its chunks.
    rmSync('dist', { recursive: true, force: true });
    rmSync('.next', { recursive: true, force: true });
    await build();
  }
}
