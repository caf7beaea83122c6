// What NextAuth is told: one way in, no rule of its own. It judges no password and keeps no session; `lib/auth` does
// both, and the cookie carries our opaque token instead of a JWT.
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import {
  cookieName,
  readSession,
  serializeSession,
  sessionLimits,
  signIn,
  signOut,
  type Caller,
  type ConsoleSession,
  type SignInInput,
} from '@/lib/auth';
import { sign } from '@/lib/crypto';
import { withTransaction } from '@/lib/db';
import { environment } from '@/lib/env';

/** NextAuth swallows what its callbacks throw and logs it; `attempt` keeps it for our own answer. */
export type Attempt = <T>(work: () => Promise<T>) => Promise<T | null>;

/** What NextAuth hands around as "the JWT". */
interface Token extends Record<string, unknown> {
  readonly sessionToken: string;
  readonly session?: ConsoleSession;
}

const cookie = (name: string) => ({
  name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: environment().appUrl.startsWith('https://') },
}) as const; // prettier-ignore

const ignore = () => undefined;

/** The options for one request. */
export function nextAuthOptions(
  caller: Caller,
  input: SignInInput | undefined,
  attempt: Attempt,
): NextAuthOptions {
  return {
    secret: sign('next-auth', 'secret').toString('base64url'),
    session: { strategy: 'jwt', maxAge: sessionLimits.partner.absoluteSeconds },
    cookies: {
      sessionToken: cookie(cookieName('partner')),
      csrfToken: cookie(cookieName('csrf')),
    },
    providers: [
      credentials({
        credentials: {},
        authorize: () =>
          attempt(async () => {
            if (!input) throw new Error('The credentials provider was called without credentials');
            const { sessionId, token } = await signIn({ kind: 'partner', input, caller });
            return { id: sessionId, sessionToken: token };
          }),
      }),
    ],
    jwt: {
      encode: async ({ token }) => (token as Token | undefined)?.sessionToken ?? '',
      decode: ({ token }) =>
        attempt(async () => {
          const session = await readSession('partner', token);
          return session && token ? { sessionToken: token, session } : null;
        }),
    },
    callbacks: {
      jwt: async ({ token, user, trigger }) =>
        trigger === 'signIn' ? { sessionToken: (user as unknown as Token).sessionToken } : token,
      session: async ({ session, token }) => {
        const living = (token as Token).session;
        if (!living) return session;
        const { name, email } = living.person;
        return {
          user: { name, email },
          expires: living.expiresAt.toISOString(),
          ...serializeSession(living),
        };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const session = (token as Token | null)?.session;
        if (!session) return;
        await attempt(() =>
          withTransaction((tx) => signOut({ ctx: { tx, session, requestId: caller.requestId } })),
        );
      },
    },
    logger: { error: ignore, warn: ignore, debug: ignore },
  };
}
