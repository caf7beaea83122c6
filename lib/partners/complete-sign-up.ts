// The address is proven: the account opens, with everything that the first call needs, in one transaction.
import { newId } from '@/lib/core/ids';
import { fieldError } from '@/lib/core/field-errors';
import { codeMatches, hashToken, insertPerson, passwordMatches, requireTryFor, mailPolicy, startSession, type Caller } from '@/lib/auth'; // prettier-ignore
import { withTransaction } from '@/lib/db';
import { openAccount, type OpenedAccount } from './open-account';
import { countAttempt, findSignUp, takeSignUp, type SignUpRow } from './repository';

export type Proof =
  { readonly code: string } | { readonly token: string; readonly password?: string | undefined };

const wrongCode = () =>
  fieldError(
    'invalid_value',
    'code',
    'That code is not right, or too old. Check it, or ask for another one.',
  );
const wrongLink = () =>
  fieldError(
    'invalid_value',
    'token',
    'This link was used or is too old. Sign up again, or ask for another mail.',
  );

async function byCode(code: string, browserToken: string | undefined): Promise<SignUpRow> {
  const row = await findSignUp({ browserHash: hashToken(browserToken ?? '') });
  if (!row || !(await countAttempt(row.id))) throw wrongCode();
  if (!codeMatches(row.codeHmac, row.id, code) || row.isKnown) throw wrongCode();
  return row;
}

/**
 * Who opens the link must be who signed up: the same browser, or the same password. Otherwise a stranger could sign up
 * with your address and his password, and your click would open the account to him.
 */
async function byLink(
  proof: { token: string; password?: string | undefined },
  browserToken: string | undefined,
): Promise<SignUpRow> {
  const row = await findSignUp({ linkHash: hashToken(proof.token) });
  if (!row || row.isKnown) throw wrongLink();
  const isSameBrowser = Buffer.from(hashToken(browserToken ?? '')).equals(row.browserHash);
  if (isSameBrowser) return row;
  if (proof.password === undefined) {
    throw fieldError(
      'parameter_missing',
      'password',
      'Enter the password you chose, to show that it was you who signed up.',
    );
  }
  if (!(await countAttempt(row.id))) throw wrongLink();
  if (!(await passwordMatches(row.passwordHash, proof.password))) {
    throw fieldError('invalid_value', 'password', 'That is not the password you signed up with.');
  }
  return row;
}

export interface CompletedSignUp extends OpenedAccount {
  readonly sessionToken: string;
}

/**
 * @returns the account with its client's secret, shown once, and the token of a session.
 * @throws ApiError `invalid_value` on `code`, `token` or `password`, `parameter_missing` on `password`, `rate_limited`.
 */
export async function completeSignUp(call: {
  readonly input: { readonly proof: Proof; readonly browserToken: string | undefined };
  readonly caller: Caller;
}): Promise<CompletedSignUp> {
  const { input: { proof, browserToken }, caller } = call; // prettier-ignore
  await requireTryFor({ ...mailPolicy, name: 'verify' }, caller.address);
  const row = 'code' in proof ? await byCode(proof.code, browserToken) : await byLink(proof, browserToken);
  const personId = newId('usr');
  return withTransaction(async (tx) => {
    const { email, name, passwordHash, companyName } = row;
    const isFirst =
      (await takeSignUp(tx, row.id)) && (await insertPerson(tx, { id: personId, email, name, passwordHash }));
    // Another tab, or another sign-up of this address, was first.
    if (!isFirst) throw 'code' in proof ? wrongCode() : wrongLink();
    const actor = { kind: 'person', personId, sessionId: 'none' } as const;
    const opened = await openAccount({ ctx: { tx, actor, requestId: caller.requestId }, input: { personId, companyName } }); // prettier-ignore
    const session = await startSession(tx, { kind: 'partner', personId, partnerId: opened.partnerId, caller, method: 'verification' }); // prettier-ignore
    return { ...opened, sessionToken: session.token };
  });
}
