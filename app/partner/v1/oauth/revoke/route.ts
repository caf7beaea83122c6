// Revokes a client's own token (RFC 7009).
import { oauthRoute } from '@/lib/api/oauth-route';
import { revokeToken } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthRoute({
  operationId: 'revokeToken',
  parameters: ['token', 'token_type_hint'],
  requires: 'token',
  answer: revokeToken,
});
