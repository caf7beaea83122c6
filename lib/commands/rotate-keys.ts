// `npm run keys:rotate [-- --emergency]`: the next token-signing key takes over now.
import { RotationRefused, rotateSigningKeys } from '@/lib/oauth';
import { closeDatabase } from '@/lib/db';
import { CommandError, runCommand } from './command';
import { prepare } from './prepare';

await runCommand(async () => {
  const { embedded } = await prepare();
  const emergency = process.argv.includes('--emergency');
  try {
    const kid = await rotateSigningKeys({ emergency, job: 'command.keys_rotate' });
    console.log(`Tokens are now signed by ${kid}.`);
  } catch (error) {
    throw error instanceof RotationRefused ? new CommandError(error.message) : error;
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
  process.exit(0);
});
