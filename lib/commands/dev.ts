// `npm run dev`: Next's development server with reload, on the same database as `npm start`. The jobs run in
// this process beside it; after a change of a job's code, start again.
import { spawn } from 'node:child_process';
import { startWorker } from '@/lib/worker';
import { closeDatabase } from '@/lib/db';
import { runCommand } from './command';
import { install } from './install';
import { noteOrigin } from './origin';
import { prepare, refuseInProduction } from './prepare';
import { stopOnSignal } from './signals';
import { welcome } from './welcome';

await runCommand(async () => {
  const { settings, dataDirectory, embedded, liveBank } = await prepare({ runsJobs: true });
  refuseInProduction('The development server exists');
  await install(settings);
  if (dataDirectory) await noteOrigin(settings, dataDirectory);
  const worker = await startWorker();
  const next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'dev', '--hostname', settings.host, '--port', String(settings.port)],
    { stdio: 'inherit' },
  );
  console.log(welcome(settings, embedded));
  const stop = async () => {
    next.kill('SIGTERM');
    await worker.stop();
    await closeDatabase();
    await liveBank?.stop();
    await embedded?.stop();
  };
  stopOnSignal(stop);
  next.once('exit', (code) => void stop().then(() => process.exit(code ?? 0)));
});
