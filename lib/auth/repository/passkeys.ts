// Rows of passkeys and of what authenticators were asked to sign.
import { newId } from '@/lib/core/ids';
import { prisma, statement, type Transaction } from '@/lib/db';

export interface PasskeyRow {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: bigint;
  transports: string[];
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export function findPasskeysOf(personId: string): Promise<PasskeyRow[]> {
  return prisma().passkey.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
}

export function findPasskey(personId: string, credentialId: string): Promise<PasskeyRow | null> {
  return prisma().passkey.findFirst({ where: { personId, credentialId } });
}

export async function insertPasskey(
  tx: Transaction,
  row: Omit<PasskeyRow, 'id' | 'createdAt' | 'lastUsedAt'>,
): Promise<string> {
  const id = newId('psk');
  await tx.prisma.passkey.create({ data: { id, ...row } });
  return id;
}

/** @returns whether there was one of his. */
export async function deletePasskey(tx: Transaction, personId: string, id: string): Promise<boolean> {
  const { count } = await tx.prisma.passkey.deleteMany({ where: { id, personId } });
  return count === 1;
}

// The counter only rises; authenticators that keep none always say zero (WebAuthn §6.1.1).
const use = statement<never, [string, bigint]>(
  'passkey_use',
  `UPDATE passkeys SET counter = $2, last_used_at = now() WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))`,
);

/** @returns false when the counter did not rise: somebody has a copy of the key. */
export async function usePasskey(id: string, counter: number, tx?: Transaction): Promise<boolean> {
  return (await use.run([id, BigInt(counter)], tx)) === 1;
}

export async function insertChallenge(row: {
  readonly personId: string;
  readonly purpose: string;
  readonly challenge: string;
  readonly seconds: number;
}): Promise<void> {
  const { seconds, ...data } = row;
  const expiresAt = new Date(Date.now() + seconds * 1000);
  await prisma().passkeyChallenge.create({ data: { id: newId('psk'), ...data, expiresAt } });
}

const spend = statement<never, [string, string, string]>(
  'passkey_challenge_spend',
  `DELETE FROM passkey_challenges
   WHERE person_id = $1 AND purpose = $2 AND challenge = $3 AND expires_at > clock_timestamp()`,
);

/** @returns whether it was asked of this person for this purpose, lately, and not answered yet. */
export async function spendChallenge(personId: string, purpose: string, challenge: string): Promise<boolean> {
  return (await spend.run([personId, purpose, challenge])) === 1;
}
