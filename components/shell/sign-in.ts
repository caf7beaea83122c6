// The two doors: NextAuth's for partners, which asks for its token against cross-site requests first, and staff's own.
import { request } from '@/lib/client/request';

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string;
}

/** Posts to a path of NextAuth's. @throws {ClientError} as `request`. */
export async function postToNextAuth(
  path: 'callback/credentials' | 'signout',
  fields: object,
): Promise<void> {
  const { csrfToken } = await request<{ csrfToken: string }>('/api/auth/csrf');
  await request(`/api/auth/${path}`, { method: 'POST', body: { csrfToken, ...fields } });
}

/** @throws {ClientError} `second_factor_required` once the password is right and a code is missing. */
export async function signIn(kind: 'partner' | 'ops', credentials: Credentials): Promise<void> {
  if (kind === 'partner') await postToNextAuth('callback/credentials', credentials);
  else await request('/api/ops/auth/sign-in', { method: 'POST', body: credentials });
}
