// Somebody asks for an account. The answer, and the work behind it, are the same whether his address is known; only
// the mail differs. Nothing but this row exists until the address is proven.
import { newId } from '@/lib/core/ids';
import { codeHmac, findPersonByEmail, hashPassword, hashToken, mailPolicy, mailToPolicy, newCode, newToken, requireGoodPassword, requireTryFor, type Caller } from '@/lib/auth'; // prettier-ignore
import { withTransaction, type Transaction } from '@/lib/db';
import { environment } from '@/lib/env';
import { sendMail } from '@/lib/mail';
import { findSignUp, insertSignUp, renewSignUp } from './repository';

const codeMinutes = 60;

const expiry = () => new Date(Date.now() + codeMinutes * 60_000);

interface Recipient {
  readonly email: string;
  readonly isKnown: boolean;
}

async function mailCode(
  tx: Transaction,
  { email, isKnown }: Recipient,
  code: string,
  token: string,
): Promise<void> {
  const { appUrl } = environment();
  if (isKnown) {
    await sendMail(tx, {
      to: email,
      subject: 'You have an account already',
      paragraphs: ['Somebody asked for a partner account with this address. You have one: sign in, or choose a new password.', 'If it was not you, do nothing.'],
      link: { label: 'Sign in', url: `${appUrl}/sign-in` },
    }); // prettier-ignore
    return;
  }
  await sendMail(tx, {
    to: email,
    subject: `${code} is your code`,
    paragraphs: ['Enter this code where you signed up, or open the link in the same browser.', `Both work for ${codeMinutes} minutes. If you did not sign up, do nothing.`],
    code,
    link: { label: 'Confirm the address', url: `${appUrl}/verify?token=${token}` },
  }); // prettier-ignore
}

/**
 * @returns the token for this browser's sign-up cookie: code and link count together with it.
 * @throws ApiError `invalid_value` on `password`, `rate_limited`.
 */
export async function signUp(call: {
  readonly input: {
    readonly email: string;
    readonly password: string;
    readonly name: string;
    readonly company_name: string;
  };
  readonly caller: Caller;
}): Promise<{ browserToken: string }> {
  const { input, caller } = call;
  const { email } = input;
  requireGoodPassword(input.password, { hasSecondFactor: false, email });
  await requireTryFor(mailPolicy, caller.address);
  await requireTryFor(mailToPolicy, `${email}\n${caller.address}`);
  const passwordHash = await hashPassword(input.password);
  const isKnown = (await findPersonByEmail(email)) !== null;
  const [id, browser, link, code] = [newId('sgn'), newToken(), newToken(), newCode()];
  await withTransaction(async (tx) => {
    await insertSignUp(tx, {
      id,
      browserHash: browser.hash,
      linkHash: link.hash,
      codeHmac: codeHmac(id, code),
      email,
      name: input.name,
      companyName: input.company_name,
      passwordHash,
      isKnown,
      expiresAt: expiry(),
    });
    await mailCode(tx, { email, isKnown }, code, link.token);
  });
  return { browserToken: browser.token };
}

/** Sends another code and link; the old ones are dead. Says nothing of whether this browser ever signed up. */
export async function resendCode(call: {
  readonly input: { readonly browserToken: string | undefined };
  readonly caller: Caller;
}): Promise<void> {
  const { browserToken = '' } = call.input;
  await requireTryFor(mailPolicy, call.caller.address);
  const row = await findSignUp({ browserHash: hashToken(browserToken) });
  if (!row) return;
  await requireTryFor(mailToPolicy, `${row.email}\n${call.caller.address}`);
  const [link, code] = [newToken(), newCode()];
  await withTransaction(async (tx) => {
    await renewSignUp(tx, row.id, {
      codeHmac: codeHmac(row.id, code),
      linkHash: link.hash,
      expiresAt: expiry(),
    });
    await mailCode(tx, row, code, link.token);
  });
}
