// A forgotten password: a link by mail, good once and for half an hour. The answer tells nobody who has an account.
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction, type Transaction } from '@/lib/db';
import { environment } from '@/lib/env';
import { sendMail } from '@/lib/mail';
import type { Caller } from './caller';
import { normaliseEmail } from './email';
import { hashToken, newToken } from './opaque-token';
import { hashPassword } from './password';
import { requireGoodPassword } from './password-rules';
import { findPerson, updatePassword } from './repository/people';
import { findReset, insertReset, spendReset } from './repository/resets';
import { endSessions } from './repository/sessions';
import { mailPolicy, mailToPolicy, requireTryFor } from './throttle';

const linkMinutes = 30;

async function mailLink(tx: Transaction, email: string, token: string): Promise<void> {
  await sendMail(tx, {
    to: email,
    subject: 'Choose a new password',
    paragraphs: [
      `Somebody asked for a new password for this address. The link works once, for ${linkMinutes} minutes.`,
      'If it was not you, do nothing: your password stays as it is.',
    ],
    link: { label: 'Choose a new password', url: `${environment().appUrl}/reset-password?token=${token}` },
  });
}

async function mailStranger(tx: Transaction, email: string): Promise<void> {
  await sendMail(tx, {
    to: email,
    subject: 'There is no account with this address',
    paragraphs: [
      'Somebody asked for a new password for this address, and it has no account. Yours may have another address.',
      'If it was not you, do nothing.',
    ],
    link: { label: 'Create an account', url: `${environment().appUrl}/sign-up` },
  });
}

/**
 * Mails a link, or that there is no account: the same work either way, so that neither the answer nor how long it
 * takes tells a stranger who has one.
 *
 * @throws ApiError `rate_limited`.
 */
export async function askForReset(call: {
  readonly input: { readonly email: string };
  readonly caller: Caller;
}): Promise<void> {
  const email = normaliseEmail(call.input.email);
  await requireTryFor(mailPolicy, call.caller.address);
  await requireTryFor(mailToPolicy, `${email}\n${call.caller.address}`);
  const { token, hash } = newToken();
  await withTransaction(async (tx) => {
    const isKnown = await insertReset(tx, email, hash, linkMinutes);
    await (isKnown ? mailLink(tx, email, token) : mailStranger(tx, email));
  });
}

/**
 * Sets the password and ends every session of the person. The second factor stays: the mailbox alone opens nothing.
 *
 * @throws ApiError `invalid_value` on `token` for a link that is used, old or none, on `password` for a weak one.
 */
export async function resetPassword(call: {
  readonly input: { readonly token: string; readonly password: string };
  readonly caller: Caller;
}): Promise<void> {
  const { token, password } = call.input;
  await requireTryFor(mailPolicy, `reset\n${call.caller.address}`);
  const dead = () =>
    new ApiError('invalid_value', {
      param: 'token',
      message: 'This link was used or is too old. Ask for a new one.',
    });
  const personId = await findReset(hashToken(token));
  const person = personId === null ? null : await findPerson(personId);
  if (!person) throw dead();
  requireGoodPassword(password, {
    hasSecondFactor: person.totpSecretEncrypted !== null,
    email: person.email,
  });
  const passwordHash = await hashPassword(password);
  await withTransaction(async (tx) => {
    if (!(await spendReset(tx, hashToken(token)))) throw dead();
    await updatePassword(tx, person.id, passwordHash);
    await endSessions(person.id, {}, tx);
    await recordAudit(tx, {
      stream: person.partnerId ?? 'platform',
      actor: { kind: person.staffRole ? 'staff' : 'person', personId: person.id, sessionId: 'none' },
      act: 'person.reset_password',
      objectId: person.id,
      requestId: call.caller.requestId,
    });
    await sendMail(tx, {
      to: person.email,
      subject: 'Your password was changed',
      paragraphs: [
        'Your password was changed, and you were signed out everywhere.',
        'If it was not you, choose a new password now and tell us.',
      ],
    });
  });
}
