// `npm run keys:rotate [-- --emergency]`.
import { withTransaction } from '@/lib/db';
import { ensureSigningKeys } from './ensure';
import { RotationRefused, rotateSigningKeys } from './rotate';

/** Runs the command. @returns the process's exit code; what it did or refused goes to `print`. */
export async function rotateKeysCommand(
  args: readonly string[],
  print: (line: string) => void = console.log,
): Promise<number> {
  const unknown = args.find((argument) => argument !== '--emergency');
  if (unknown !== undefined) {
    print(`Unknown argument ${unknown}. Usage: npm run keys:rotate [-- --emergency]`);
    return 2;
  }
  try {
    await ensureSigningKeys();
    const actor = { kind: 'system', job: 'command.keys-rotate' } as const;
    const input = { emergency: args.includes('--emergency') };
    const rotation = await withTransaction((tx) => rotateSigningKeys({ ctx: { tx, actor }, input }));
    print(`Signing with ${rotation.currentKid}; next is ${rotation.nextKid}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof RotationRefused)) throw error;
    print(error.message);
    return 1;
  }
}
