// `npm run keys:rotate [-- --emergency]`: the next token-signing key takes over now.
import { rotateSigningKeys } from '@/lib/oauth';
import { closeConnections, runCommand } from './command';
import { prepare } from './prepare';

await runCommand(async () => {
  const { embedded } = await prepare();
  const emergency = process.argv.includes('--emergency');
  const kid = await rotateSigningKeys({ emergency });
  console.log(`Tokens are now signed by ${kid}.`);
  await closeConnections();
  await embedded?.stop();
  process.exit(0);
});
