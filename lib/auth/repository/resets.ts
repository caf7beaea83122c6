// Links that set a new password.
import { randomUUID } from 'node:crypto';
import { prisma, statement, type Transaction } from '@/lib/db';

const insert = statement<never, [string, Uint8Array, number, string]>(
  'password_reset_insert',
  `INSERT INTO password_resets (id, person_id, token_hash, expires_at)
   SELECT $1, p.id, $2, now() + make_interval(mins => $3) FROM people p WHERE p.email = $4`,
);

/** @returns whether the address has a person; one statement either way. */
export async function insertReset(
  tx: Transaction,
  email: string,
  tokenHash: Uint8Array,
  minutes: number,
): Promise<boolean> {
  return (await insert.run([randomUUID(), tokenHash, minutes, email], tx)) === 1;
}

/** Whose link it is, while it lives. */
export async function findReset(tokenHash: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const row = await prisma().passwordReset.findUnique({ where: { tokenHash } });
  return row && row.usedAt === null && row.expiresAt > new Date() ? row.personId : null;
}

// The newest link alone counts, and using it ends the others.
const spend = statement<never, [Uint8Array]>(
  'password_reset_spend',
  `UPDATE password_resets SET used_at = now()
   WHERE used_at IS NULL AND person_id = (SELECT person_id FROM password_resets
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() FOR UPDATE)`,
);

/** @returns whether the link was alive. */
export async function spendReset(tx: Transaction, tokenHash: Uint8Array): Promise<boolean> {
  return (await spend.run([tokenHash], tx)) > 0;
}
