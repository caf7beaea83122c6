// A new password from inside a session. Whoever knows it anew is the person alone: every other session ends.
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import { sendMail } from '@/lib/mail';
import { hashPassword, passwordMatches } from './password';
import { requireGoodPassword } from './password-rules';
import { findPerson, updatePassword } from './repository/people';
import { endSessions } from './repository/sessions';
import type { Session } from './session';
import { actorOf } from './sign-out';
import { codePolicy, requireTryFor } from './throttle';

interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly password: string;
}

/**
 * Sets the password of the person who asks; this session stays, all others of the person end.
 *
 * @returns how many sessions ended.
 * @throws ApiError `invalid_value` on `current_password` when it is not right, on `password` for a weak or an unchanged
 *   one; `rate_limited`.
 */
export async function changePassword(call: {
  readonly session: Session;
  readonly input: ChangePasswordInput;
  readonly requestId: string;
}): Promise<{ endedSessions: number }> {
  const { session, input, requestId } = call;
  const { currentPassword, password } = input;
  await requireTryFor(codePolicy, session.id);
  const person = await findPerson(session.person.id);
  if (!person) throw new ApiError('not_signed_in');
  if (!(await passwordMatches(person.passwordHash, currentPassword)))
    throw fieldError('invalid_value', 'current_password', 'That is not your present password.');
  if (password === currentPassword)
    throw fieldError('invalid_value', 'password', 'Choose another password than the present one.');
  const hasSecondFactor = person.totpSecretEncrypted !== null;
  requireGoodPassword(password, { hasSecondFactor, email: person.email });
  const passwordHash = await hashPassword(password);
  return withTransaction(async (tx) => {
    await updatePassword(tx, person.id, passwordHash);
    const endedSessions = await endSessions(person.id, { keep: session.id }, tx);
    await recordAudit(tx, {
      stream: session.kind === 'partner' ? session.partner.id : 'platform',
      actor: actorOf(session),
      act: 'person.change_password',
      objectId: person.id,
      requestId,
    });
    await sendMail(tx, {
      to: person.email,
      subject: 'Your password was changed',
      paragraphs: [
        'Your password was changed from inside your account, and you were signed out everywhere else.',
        'If it was not you, choose a new password now and tell us.',
      ],
    });
    return { endedSessions };
  });
}
