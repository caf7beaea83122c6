import { request } from '@/lib/client/request';
import { postToNextAuth } from './sign-in';

/** Ends this session and leaves for the sign-in page with a full load, so that nothing of it stays in memory. */
export async function signOut(kind: 'partner' | 'ops'): Promise<void> {
  if (kind === 'partner') await postToNextAuth('signout', {});
  else await request('/api/ops/auth/sign-out', { method: 'POST' });
  window.location.assign(kind === 'partner' ? '/sign-in' : '/ops/sign-in');
}
