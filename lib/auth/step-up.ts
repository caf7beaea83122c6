// Proves again, inside a session, that it is the person himself. A recent step-up opens acts that ask for one.
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import { newToken } from './opaque-token';
import { passwordMatches } from './password';
import { findPerson } from './repository/people';
import { renewSession } from './repository/sessions';
import { spendSecondFactor } from './second-factor';
import { stepUpSeconds, type Session } from './session';
import { actorOf } from './sign-out';
import { codePolicy, requireTryFor } from './throttle';

export interface StepUpInput {
  readonly password?: string | undefined;
  readonly code?: string | undefined;
}

/** Whoever has a second factor proves that; who has none, the password. Staff always prove the factor. */
async function prove(session: Session, { password, code }: StepUpInput): Promise<string | null> {
  const person = await findPerson(session.person.id);
  if (!person) return null;
  if (person.totpSecretEncrypted) return code ? spendSecondFactor(person, code) : null;
  if (session.kind === 'staff') return null;
  return (await passwordMatches(person.passwordHash, password ?? '')) ? 'password' : null;
}

/**
 * @returns a new token for the session's cookie; the old one is dead.
 * @throws ApiError `invalid_credentials`, `rate_limited`.
 */
export async function stepUp(call: {
  readonly session: Session;
  readonly input: StepUpInput;
  readonly requestId: string;
}): Promise<{ token: string }> {
  const { session, input, requestId } = call;
  await requireTryFor(codePolicy, session.id);
  const method = await prove(session, input);
  if (!method) throw new ApiError('invalid_credentials', { message: 'That is not right. Try again.' });
  const { token, hash } = newToken();
  await withTransaction(async (tx) => {
    if (!(await renewSession(session.id, hash, tx))) throw new ApiError('not_signed_in');
    await recordAudit(tx, {
      stream: session.kind === 'partner' ? session.partner.id : 'platform',
      actor: actorOf(session),
      act: 'session.step_up',
      objectId: session.id,
      requestId,
      detail: { method },
    });
  });
  return { token };
}

/** @throws ApiError `step_up_required` unless the session stepped up within five minutes, under its present role. */
export function requireRecentStepUp(session: Session): void {
  const age = session.steppedUpAt ? Date.now() - session.steppedUpAt.getTime() : Infinity;
  if (age > stepUpSeconds * 1000) throw new ApiError('step_up_required');
}
