// Rows of people, as far as signing in goes.
import { prisma, statement, type Transaction } from '@/lib/db';
import type { StaffRole } from '../roles';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  totpSecretEncrypted: Uint8Array | null;
  totpPendingEncrypted: Uint8Array | null;
  totpLastStep: number | null;
  /** The account he joined first; null when he belongs to none. */
  partnerId: string | null;
  staffRole: StaffRole | null;
}

const select = `
  SELECT p.id, p.email, p.name, p.password_hash AS "passwordHash", p.totp_secret_encrypted AS "totpSecretEncrypted",
    p.totp_pending_encrypted AS "totpPendingEncrypted", p.totp_last_step AS "totpLastStep", t.role AS "staffRole",
    (SELECT m.partner_id FROM partner_members m WHERE m.person_id = p.id ORDER BY m.created_at, m.partner_id LIMIT 1)
      AS "partnerId"
  FROM people p LEFT JOIN staff_members t ON t.person_id = p.id`;

const byEmail = statement<PersonRow, [string]>('person_by_email', `${select} WHERE p.email = $1`);
const byId = statement<PersonRow, [string]>('person_by_id', `${select} WHERE p.id = $1`);
const lockById = statement<PersonRow, [string]>('person_lock', `${select} WHERE p.id = $1 FOR UPDATE OF p`);

export const findPersonByEmail = (email: string): Promise<PersonRow | null> => byEmail.first([email]);
export const findPerson = (id: string): Promise<PersonRow | null> => byId.first([id]);
export const lockPerson = (id: string, tx: Transaction): Promise<PersonRow | null> =>
  lockById.first([id], tx);

const spendStep = statement<never, [string, number]>(
  'person_spend_totp_step',
  `UPDATE people SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)`,
);

/** Counts the code of this time step as used. @returns whether it had not been yet. */
export async function spendTotpStep(personId: string, step: number, tx?: Transaction): Promise<boolean> {
  return (await spendStep.run([personId, step], tx)) === 1;
}

/** @returns whether the code was one of his and unused. */
export async function spendRecoveryCode(
  personId: string,
  codeHmac: Uint8Array<ArrayBuffer>,
  tx?: Transaction,
): Promise<boolean> {
  const { count } = await (tx?.prisma ?? prisma()).recoveryCode.updateMany({
    where: { personId, codeHmac, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

export async function updatePassword(tx: Transaction, id: string, passwordHash: string): Promise<void> {
  await tx.prisma.person.update({ where: { id }, data: { passwordHash } });
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly totpSecretEncrypted?: Uint8Array<ArrayBuffer>;
}

const insert = statement<never, [string, string, string, string, Uint8Array | null]>(
  'person_insert',
  `INSERT INTO people (id, email, name, password_hash, totp_secret_encrypted) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (email) DO NOTHING`,
);

/** @returns false when the address has a person already. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<boolean> {
  const { id, email, name, passwordHash, totpSecretEncrypted = null } = person;
  return (await insert.run([id, email, name, passwordHash, totpSecretEncrypted], tx)) === 1;
}

export async function setPendingTotp(
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
  tx: Transaction,
): Promise<void> {
  await tx.prisma.person.update({ where: { id }, data: { totpPendingEncrypted: sealed } });
}

/** Makes the pending secret the one that counts; its first code counts as used. */
export async function confirmTotp(
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
  step: number,
  tx: Transaction,
): Promise<void> {
  await tx.prisma.person.update({
    where: { id },
    data: { totpSecretEncrypted: sealed, totpPendingEncrypted: null, totpLastStep: step },
  });
}

export async function removeTotp(id: string, tx: Transaction): Promise<void> {
  await tx.prisma.person.update({
    where: { id },
    data: { totpSecretEncrypted: null, totpPendingEncrypted: null, totpLastStep: null },
  });
  await tx.prisma.recoveryCode.deleteMany({ where: { personId: id } });
}

export async function replaceRecoveryCodes(
  id: string,
  hmacs: readonly Uint8Array<ArrayBuffer>[],
  tx: Transaction,
): Promise<void> {
  await tx.prisma.recoveryCode.deleteMany({ where: { personId: id } });
  await tx.prisma.recoveryCode.createMany({ data: hmacs.map((codeHmac) => ({ personId: id, codeHmac })) });
}

/** Erases sessions and links that are over: thirty days later, so that their end can still be looked up. */
export async function eraseExpiredRows(): Promise<void> {
  const now = new Date();
  const longAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  await prisma().session.deleteMany({ where: { expiresAt: { lt: longAgo } } });
  await prisma().passwordReset.deleteMany({ where: { expiresAt: { lt: longAgo } } });
  await prisma().signUp.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
}
