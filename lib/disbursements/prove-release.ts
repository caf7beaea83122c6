// The second officer's fresh second factor, bound to the disbursement as he saw it: id, amount, payee and snapshot.
import { createStepUpProof, type StaffSession } from '@/lib/auth';
import { MoneyOutRefused } from './refused';
import { releaseSubject } from './release';
import { findTimedDisbursement } from './repository/disbursements';

/**
 * Spends a code of the authenticator app for a proof that releases this and nothing else, once, within five minutes.
 *
 * @param call.input.snapshotSha256 what the officer's page showed; a proof is never given for anything newer.
 * @throws MoneyOutRefused when it is no longer that; ApiError `resource_not_found`, `invalid_state`,
 *   `invalid_credentials`, `rate_limited`.
 */
export async function proveRelease(call: {
  readonly session: StaffSession;
  readonly input: { readonly id: string; readonly snapshotSha256: string; readonly code: string };
}): Promise<{ proof: string; expires: string }> {
  const { session, input } = call;
  const subject = await releaseSubject(input.id);
  const row = await findTimedDisbursement(input.id);
  if (row?.snapshotSha256 !== input.snapshotSha256) {
    throw new MoneyOutRefused({
      rule: 'stale',
      sentence: 'The approval is not the one your page shows.',
      whoCan: 'You, once you have looked at the evidence again.',
    });
  }
  const { proof, expiresAt } = await createStepUpProof({
    session,
    subject,
    code: input.code.replaceAll(/\s/g, ''),
  });
  return { proof, expires: expiresAt.toISOString() };
}
