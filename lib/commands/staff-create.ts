// `npm run staff:create -- <e-mail> <name>`: a one-time link for one of the first two admins.
import { ApiError } from '@/lib/core/errors';
import { emailSchema } from '@/lib/auth';
import { createFirstAdmin } from '@/lib/staff';
import { closeDatabase } from '@/lib/db';
import { CommandError, runCommand } from './command';
import { prepare } from './prepare';

await runCommand(async () => {
  // After node, scripts/run.mjs and the name of the command.
  const [email = '', ...words] = process.argv.slice(3);
  const name = words.join(' ').trim();
  if (!emailSchema.safeParse(email).success || name === '') {
    throw new CommandError('Usage: npm run staff:create -- <e-mail> <name>');
  }
  const { embedded } = await prepare();
  try {
    const { url, expiresAt } = await createFirstAdmin({ email, name });
    console.log(
      `Open this link once, before ${expiresAt.toISOString()}, and give it to nobody else:\n${url}`,
    );
  } catch (error) {
    throw error instanceof ApiError ? new CommandError(error.message) : error;
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
  process.exit(0);
});
