import { request } from '@/lib/client/request';

/** Ends this session and leaves for the sign-in page with a full load, so that nothing of it stays in memory. */
export async function signOut(kind: 'partner' | 'ops'): Promise<void> {
  const [path, next] =
    kind === 'ops' ? ['/api/ops/auth/sign-out', '/ops/sign-in'] : ['/api/auth/sign-out', '/sign-in'];
  await request(path, { method: 'POST' });
  window.location.assign(next);
}
