// What tests of people share: somebody with a role, signed in, and the request that his browser would send.
import { generateSync } from 'otplib';
import { newId } from '@/lib/core/ids';
import { prisma, withTransaction } from '@/lib/db';
import { callRoute, createPartner, ownerQuery } from '@/lib/testing';
import type { Caller } from './caller';
import { hashPassword } from './password';
import type { MemberRole, StaffRole } from './roles';
import { readSession } from './read-session';
import type { ConsoleSession, SessionKind, StaffSession } from './session';
import { cookieName } from './session-cookie';
import { startSession } from './start-session';
import { newTotpSecret, sealTotpSecret } from './totp';

export const caller: Caller = { address: '203.0.113.7', userAgent: 'Test browser', requestId: newId('req') };
export const password = 'seven quiet herons wade';

/** A code of the secret for the time step `steps` away from now; each step's code counts once. */
export function totpCode(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly totpSecret: string;
}

// One hash for all: argon2id is slow on purpose.
let passwordHash: Promise<string> | undefined;

export async function createPerson(options: { readonly totp?: boolean } = {}): Promise<TestPerson> {
  const id = newId('usr');
  const email = `${id}@example.com`;
  const totpSecret = newTotpSecret();
  await prisma().person.create({
    data: {
      id,
      email,
      name: 'Ada Lovelace',
      passwordHash: await (passwordHash ??= hashPassword(password)),
      ...(options.totp && { totpSecretEncrypted: sealTotpSecret(totpSecret, id) }),
    },
  });
  return { id, email, totpSecret };
}

async function begin(kind: SessionKind, personId: string, partnerId: string | null) {
  const { token } = await withTransaction((tx) =>
    startSession(tx, { kind, personId, partnerId, caller, method: 'test' }),
  );
  return { token, cookie: `${cookieName(kind)}=${token}`, session: await readSession(kind, token) };
}

/** A member of an account, signed in. */
export async function signedInMember(
  options: { readonly role?: MemberRole; readonly partnerId?: string; readonly totp?: boolean } = {},
) {
  const person = await createPerson(options);
  const partnerId = options.partnerId ?? (await createPartner()).id;
  await prisma().partnerMember.create({
    data: { partnerId, personId: person.id, role: options.role ?? 'owner' },
  });
  const begun = await begin('partner', person.id, partnerId);
  return { ...begun, person, partnerId, session: begun.session as ConsoleSession };
}

/** As the owner: the product's role makes staff by a confirmed invitation alone. */
async function makeStaff(personId: string, role: StaffRole): Promise<void> {
  await ownerQuery('INSERT INTO staff_members (person_id, role) VALUES ($1, $2::staff_role)', [
    personId,
    role,
  ]);
}

/** One of the staff, signed in. */
export async function signedInStaff(options: { readonly role?: StaffRole } = {}) {
  const person = await createPerson({ totp: true });
  await makeStaff(person.id, options.role ?? 'admin');
  const begun = await begin('staff', person.id, null);
  return { ...begun, person, session: begun.session as StaffSession };
}

/** Sets the session's step-up to `secondsAgo`, without spending a factor. */
export async function stepUpInTest(sessionId: string, secondsAgo = 0): Promise<void> {
  await ownerQuery(`UPDATE sessions SET stepped_up_at = now() - make_interval(secs => $2) WHERE id = $1`, [
    sessionId,
    secondsAgo,
  ]);
}

/** Headers of a change that our own page sends. */
export function ownHeaders(cookie?: string): Record<string, string> {
  return {
    origin: 'http://localhost:3000',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    ...(cookie !== undefined && { cookie }),
  };
}

type Handlers = Readonly<Record<'GET' | 'POST', Parameters<typeof callRoute>[0]>>;

/** Acts at NextAuth's door (`app/api/auth/[...nextauth]`) as the browser does: its token first, then the act with it. */
export function doorOf({ GET, POST }: Handlers) {
  return async (
    path: 'callback/credentials' | 'signout',
    fields: object,
    from: { readonly cookie?: string; readonly remoteAddress?: string } = {},
  ) => {
    const csrf = await callRoute(GET, { path: '/api', params: { nextauth: 'csrf' } });
    const [csrfCookie = ''] = csrf.headers.getSetCookie()[0]?.split(';') ?? [];
    const cookie = from.cookie === undefined ? csrfCookie : `${csrfCookie}; ${from.cookie}`;
    return callRoute(POST, {
      path: '/api',
      method: 'POST',
      params: { nextauth: path },
      headers: ownHeaders(cookie),
      body: { csrfToken: csrf.json.csrfToken, ...fields },
      ...(from.remoteAddress !== undefined && { remoteAddress: from.remoteAddress }),
    });
  };
}
