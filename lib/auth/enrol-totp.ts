// The authenticator app of a person: enrolled in two steps, so that nobody is locked out by a secret that never
// reached his app; with ten recovery codes.
import { randomBytes } from 'node:crypto';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction, type Transaction } from '@/lib/db';
import { sendMail } from '@/lib/mail';
import {
  confirmTotp,
  lockPerson,
  removeTotp,
  replaceRecoveryCodes,
  setPendingTotp,
} from './repository/people';
import { recoveryCodeHmac } from './second-factor';
import type { Session } from './session';
import { actorOf } from './sign-out';
import { codePolicy, requireTryFor } from './throttle';
import { newTotpSecret, openTotpSecret, sealTotpSecret, totpStepOf, totpUri } from './totp';

interface Ctx {
  readonly tx: Transaction;
  readonly session: Session;
  readonly requestId: string;
}

async function record(ctx: Ctx, act: string): Promise<void> {
  const { session, tx, requestId } = ctx;
  const stream = session.kind === 'partner' ? session.partner.id : 'platform';
  await recordAudit(tx, { stream, actor: actorOf(session), act, objectId: session.person.id, requestId });
}

async function requirePerson({ session, tx }: Ctx) {
  const person = await lockPerson(session.person.id, tx);
  if (!person) throw new ApiError('not_signed_in');
  return person;
}

const recoveryAlphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** `abcde-fghij`: ten characters, 49 bits. */
function newRecoveryCode(): string {
  const text = Array.from(randomBytes(40))
    .filter((byte) => byte < recoveryAlphabet.length * 8)
    .slice(0, 10)
    .map((byte) => recoveryAlphabet.charAt(byte % recoveryAlphabet.length));
  return text.length < 10 ? newRecoveryCode() : `${text.slice(0, 5).join('')}-${text.slice(5).join('')}`;
}

async function giveRecoveryCodes(personId: string, tx: Transaction): Promise<string[]> {
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  await replaceRecoveryCodes(personId, codes.map((code) => recoveryCodeHmac(personId, code)), tx); // prettier-ignore
  return codes;
}

/**
 * Makes a secret for the app. It counts for nothing until `confirmTotpEnrolment`.
 *
 * @returns the secret in base 32 and as the URI of a QR code.
 * @throws ApiError `invalid_state` when an app is enrolled already.
 */
export async function beginTotpEnrolment({ ctx }: { readonly ctx: Ctx }) {
  const person = await requirePerson(ctx);
  if (person.totpSecretEncrypted) {
    throw new ApiError('invalid_state', {
      message: 'An authenticator app is set up already. Remove it first.',
    });
  }
  const secret = newTotpSecret();
  await setPendingTotp(person.id, sealTotpSecret(secret, person.id), ctx.tx);
  return { secret, uri: totpUri(secret, person.email) };
}

/**
 * @returns the ten recovery codes, once and never again.
 * @throws ApiError `invalid_value` on `code`, `invalid_state` when nothing is pending, `rate_limited`.
 */
export async function confirmTotpEnrolment(call: {
  readonly session: Session;
  readonly input: { readonly code: string };
  readonly requestId: string;
}): Promise<{ recoveryCodes: string[] }> {
  const { session, input, requestId } = call;
  await requireTryFor(codePolicy, session.id);
  return withTransaction(async (tx) => {
    const ctx = { tx, session, requestId };
    const person = await requirePerson(ctx);
    if (!person.totpPendingEncrypted || person.totpSecretEncrypted) {
      throw new ApiError('invalid_state', { message: 'There is no set-up to confirm. Begin again.' });
    }
    const secret = openTotpSecret(person.totpPendingEncrypted, person.id);
    const step = totpStepOf(secret, input.code.replaceAll(' ', ''));
    if (step === undefined)
      throw fieldError(
        'invalid_value',
        'code',
        'That code is not right. Check the app and the time of your phone.',
      );
    await confirmTotp(person.id, sealTotpSecret(secret, person.id), step, tx);
    const recoveryCodes = await giveRecoveryCodes(person.id, tx);
    await record(ctx, 'person.enable_totp');
    return { recoveryCodes };
  });
}

/** Removes the app and the recovery codes. Asks for a recent step-up beforehand (the route's). Staff keep theirs. */
export async function disableTotp({ ctx }: { readonly ctx: Ctx }): Promise<void> {
  const person = await requirePerson(ctx);
  if (person.staffRole)
    throw new ApiError('invalid_state', { message: 'Staff always sign in with a second factor.' });
  if (!person.totpSecretEncrypted)
    throw new ApiError('invalid_state', { message: 'No authenticator app is set up.' });
  await removeTotp(person.id, ctx.tx);
  await record(ctx, 'person.disable_totp');
  await sendMail(ctx.tx, {
    to: person.email,
    subject: 'Your second factor was removed',
    paragraphs: [
      'The authenticator app of your account was removed.',
      'If it was not you, choose a new password now and tell us.',
    ],
  });
}

/** Ten new recovery codes; the old ones are dead. */
export async function renewRecoveryCodes({
  ctx,
}: {
  readonly ctx: Ctx;
}): Promise<{ recoveryCodes: string[] }> {
  const person = await requirePerson(ctx);
  if (!person.totpSecretEncrypted)
    throw new ApiError('invalid_state', { message: 'Set up an authenticator app first.' });
  const recoveryCodes = await giveRecoveryCodes(person.id, ctx.tx);
  await record(ctx, 'person.renew_recovery_codes');
  return { recoveryCodes };
}
