// Tells a client about its own token (RFC 7662).
import { oauthRoute } from '@/lib/api/oauth-route';
import { introspectToken } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthRoute({
  operationId: 'introspectToken',
  parameters: ['token', 'token_type_hint'],
  requires: 'token',
  answer: introspectToken,
});
