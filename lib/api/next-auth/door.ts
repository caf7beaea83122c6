// Calls NextAuth inside our pipeline: cookies go in as we read them, and what `lib/auth` refused is thrown as itself,
// so that the browser gets our errors and not NextAuth's redirects.
import NextAuth from 'next-auth';
import { ApiError } from '@/lib/core/errors';
import { cookieName, readCookie, readCookieValue, type SignInInput } from '@/lib/auth';
import { environment } from '@/lib/env';
import { provideSetting } from '@/lib/env/provide';
import { Reply, type AnonymousContext } from '../session-operation';
import { nextAuthOptions, type Attempt } from './options';

interface DoorCall {
  readonly ctx: AnonymousContext;
  readonly method: 'GET' | 'POST';
  /** NextAuth's path: `session`, `csrf`, `callback/credentials`, `signout`. */
  readonly path: string;
  readonly csrfToken?: string;
  readonly input?: SignInInput;
}

/** What NextAuth says to `res`. */
interface Said {
  body: unknown;
  cookies: string[];
}

function responseInto(said: Said): object {
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? said.cookies : undefined),
    setHeader: (name: string, value: string[]) => {
      if (name === 'Set-Cookie') said.cookies = value;
    },
    json: (body: unknown) => void (said.body = body),
    send: (body: unknown) => void (said.body = body),
  };
  return response;
}

function requestFrom({ ctx, method, path, csrfToken }: DoorCall): object {
  const session = readCookie('partner', ctx.cookieHeader);
  const csrf = readCookieValue('csrf', ctx.cookieHeader);
  return {
    method,
    headers: {},
    query: { nextauth: path.split('/') },
    body: { json: 'true', csrfToken },
    cookies: {
      ...(session !== undefined && { [cookieName('partner')]: session }),
      ...(csrf !== undefined && { [cookieName('csrf')]: csrf.replace('%7C', '|') }),
    },
  };
}

/** Reading a session hands out no cookie: beside a step-up it would bring the dead token back. */
function ownCookies(path: string, cookies: readonly string[]): string[] {
  const kinds = path === 'session' ? (['csrf'] as const) : (['csrf', 'partner'] as const);
  return cookies.filter((cookie) => kinds.some((kind) => cookie.startsWith(`${cookieName(kind)}=`)));
}

/**
 * @returns NextAuth's answer with its cookies.
 * @throws ApiError of `lib/auth`'s `signIn`; `foreign_origin` when NextAuth's token against cross-site requests is
 *   missing or not this browser's.
 */
export async function callNextAuth(call: DoorCall): Promise<Reply> {
  const failures: unknown[] = [];
  const attempt: Attempt = (work) =>
    work().catch((error: unknown) => {
      failures.push(error);
      return null;
    });
  provideSetting('NEXTAUTH_URL', environment().appUrl);
  const said: Said = { body: {}, cookies: [] };
  const options = nextAuthOptions(call.ctx.caller, call.input, attempt);
  // What it reads and calls of Next's request and response; it asks Next itself for nothing then.
  await NextAuth(requestFrom(call) as never, responseInto(said) as never, options);
  if (failures.length > 0) throw failures[0];
  const { url = '' } = said.body as { url?: string };
  if (url.includes('csrf=true')) {
    throw new ApiError('foreign_origin', { message: 'This page is too old. Load it again.' });
  }
  return new Reply(said.body, { cookies: ownCookies(call.path, said.cookies) });
}
