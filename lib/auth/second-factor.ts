// The code beside the password: of the authenticator app, or one of the ten recovery codes. Each counts once.
import { sign } from '@/lib/crypto';
import type { Transaction } from '@/lib/db';
import { spendRecoveryCode, spendTotpStep, type PersonRow } from './repository/people';
import { openTotpSecret, totpStepOf } from './totp';

/** What is stored of a recovery code: its HMAC, bound to its person. Spaces, dashes and case do not matter. */
export function recoveryCodeHmac(personId: string, code: string): Uint8Array<ArrayBuffer> {
  const bare = code.replaceAll(/[\s-]/g, '').toLowerCase();
  return new Uint8Array(sign('one-time-code', `recovery\n${personId}\n${bare}`));
}

type Owner = Pick<PersonRow, 'id' | 'totpSecretEncrypted'>;

/** Spends a code of the person's app. */
export async function spendTotpCode(person: Owner, code: string, tx?: Transaction): Promise<boolean> {
  if (!person.totpSecretEncrypted) return false;
  const step = totpStepOf(openTotpSecret(person.totpSecretEncrypted, person.id), code.replaceAll(' ', ''));
  return step !== undefined && spendTotpStep(person.id, step, tx);
}

/** Spends a code of either kind. @returns which kind it was; null when it is wrong or used. */
export async function spendSecondFactor(
  person: Owner,
  code: string,
  tx?: Transaction,
): Promise<'totp' | 'recovery_code' | null> {
  if (await spendTotpCode(person, code, tx)) return 'totp';
  const isRecovery = await spendRecoveryCode(person.id, recoveryCodeHmac(person.id, code), tx);
  return isRecovery ? 'recovery_code' : null;
}
