// Whether a verified token has been revoked: by itself, or through its credential, client or project.
import { controlFeed } from '@/lib/control-feed';
import type { AccessToken } from './access-token';

/** Asks this process's memory, which PostgreSQL feeds. Never waits. */
export function isRevoked(
  token: Pick<AccessToken, 'jti' | 'credentialId' | 'clientId' | 'projectId'>,
): boolean {
  const { revocations } = controlFeed();
  return (
    revocations.has(token.jti) ||
    revocations.has(token.credentialId) ||
    revocations.has(token.clientId) ||
    revocations.has(token.projectId)
  );
}

/** Whether that memory was compared with PostgreSQL less than a second ago. */
export function revocationIsKnown(): boolean {
  return controlFeed().isFresh;
}
