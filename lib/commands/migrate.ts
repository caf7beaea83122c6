// `npm run migrate`: applies what is missing of the migrations, as the owner role.
import { runCommand } from './command';
import { migrateAll } from './install';
import { prepare } from './prepare';

await runCommand(async () => {
  const { settings, embedded } = await prepare();
  const applied = await migrateAll(settings);
  await embedded?.stop();
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  process.exit(0);
});
