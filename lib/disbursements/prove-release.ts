// The second officer's fresh second factor, bound to the disbursement as he saw it: id, amount, payee and snapshot.
import { askPasskeyForProof, createPasskeyProof, createStepUpProof, type PasskeyResponse, type StaffSession } from '@/lib/auth'; // prettier-ignore
import { MoneyOutRefused } from './refused';
import { releaseSubject, type ReleaseSubject } from './release';
import { findTimedDisbursement } from './repository/disbursements';

/** What the officer's page shows. A proof is never given for anything newer. */
interface Seen {
  readonly id: string;
  readonly snapshotSha256: string;
}

/** @throws MoneyOutRefused when it is no longer that; ApiError `resource_not_found`, `invalid_state`. */
async function subjectAsSeen({ id, snapshotSha256 }: Seen): Promise<ReleaseSubject> {
  const subject = await releaseSubject(id);
  const row = await findTimedDisbursement(id);
  if (row?.snapshotSha256 === snapshotSha256) return subject;
  throw new MoneyOutRefused({
    rule: 'stale',
    sentence: 'The approval is not the one your page shows.',
    whoCan: 'You, once you have looked at the evidence again.',
  });
}

/**
 * What a passkey of the officer is to sign to release this: its challenge begins with the hash of id, amount, payee and
 * snapshot. `options` is null when he has no passkey.
 *
 * @throws as `proveRelease`.
 */
export async function askReleasePasskey(call: { readonly session: StaffSession; readonly input: Seen }) {
  const { session, input } = call;
  return { options: await askPasskeyForProof({ session, subject: await subjectAsSeen(input) }) };
}

/**
 * Spends a code of the authenticator app, or a passkey's answer to `askReleasePasskey`, for a proof that releases this and
 * nothing else, once, within five minutes.
 *
 * @throws MoneyOutRefused when it is no longer what the page shows; ApiError `resource_not_found`, `invalid_state`,
 *   `invalid_credentials`, `rate_limited`.
 */
export async function proveRelease(call: {
  readonly session: StaffSession;
  readonly input: Seen & ({ readonly code: string } | { readonly passkey: PasskeyResponse });
}): Promise<{ proof: string; expires: string }> {
  const { session, input } = call;
  const subject = await subjectAsSeen(input);
  const { proof, expiresAt } = await ('code' in input
    ? createStepUpProof({ session, subject, code: input.code.replaceAll(/\s/g, '') })
    : createPasskeyProof({ session, subject, response: input.passkey }));
  return { proof, expires: expiresAt.toISOString() };
}
