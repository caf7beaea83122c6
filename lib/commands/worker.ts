// `npm run worker`: the jobs alone, for set-ups whose servers run with WORKER=separate.
import { startWorker } from '@/lib/worker';
import { closeDatabase } from '@/lib/db';
import { runCommand } from './command';
import { install } from './install';
import { prepare } from './prepare';
import { stopOnSignal } from './signals';

await runCommand(async () => {
  const { settings, embedded, liveBank } = await prepare({ runsJobs: true });
  await install(settings);
  const worker = await startWorker();
  console.error('The worker takes jobs; end it with Ctrl+C.');
  stopOnSignal(async () => {
    await worker.stop();
    await closeDatabase();
    await liveBank?.stop();
    await embedded?.stop();
  });
});
