// The cookies that carry session tokens. `__Host-` ties one to this very host and to https (RFC 6265bis §4.1.3.2).
import { environment } from '@/lib/env';
import { isTokenSpelling } from './opaque-token';
import { sessionLimits, type SessionKind } from './session';

const names = {
  partner: 'credicorp_console',
  staff: 'credicorp_ops',
  sign_up: 'credicorp_sign_up',
  csrf: 'credicorp_csrf', // NextAuth's, see lib/api/next-auth
} as const;

type CookieKind = keyof typeof names;

const isSecure = () => environment().appUrl.startsWith('https://');

/** The cookie's name; partners' and staff's sessions live side by side in one browser. */
export function cookieName(kind: CookieKind): string {
  return (isSecure() ? '__Host-' : '') + names[kind];
}

function setCookie(kind: CookieKind, value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? '; Secure' : '';
  return `${cookieName(kind)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** `Set-Cookie` for a session that begins. */
export function sessionCookie(kind: SessionKind, token: string): string {
  return setCookie(kind, token, sessionLimits[kind].absoluteSeconds);
}

/** `Set-Cookie` for a browser that asked for an account. */
export function signUpCookie(token: string): string {
  return setCookie('sign_up', token, 24 * 3_600);
}

/** `Set-Cookie` that takes the cookie away. */
export function expiredCookie(kind: CookieKind): string {
  return setCookie(kind, '', 0);
}

/** The cookie's value in a `Cookie` header; undefined when there is none, or two that differ. */
export function readCookieValue(kind: CookieKind, header: string | null): string | undefined {
  const name = cookieName(kind);
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** The token in a `Cookie` header; undefined where `readCookieValue` finds none, or no token. */
export function readCookie(kind: CookieKind, header: string | null): string | undefined {
  const value = readCookieValue(kind, header);
  return value !== undefined && isTokenSpelling(value) ? value : undefined;
}
