// `npm run credentials`: how to sign in to the seeded development data, as JSON on standard output. Asks no
// database, so it works beside a running server.
import { seededCredentials } from '@/prisma/seed/credentials';
import { runCommand } from './command';
import { lastOrigin } from './origin';
import { prepareForSecrets } from './prepare';

await runCommand(async () => {
  const { settings, dataDirectory } = await prepareForSecrets();
  console.log(JSON.stringify(seededCredentials(await lastOrigin(settings, dataDirectory)), null, 2));
});
