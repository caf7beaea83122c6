// Mints access tokens (RFC 6749 §3.2).
import { oauthRoute } from '@/lib/api/oauth-route';
import { grantToken } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthRoute({
  operationId: 'createAccessToken',
  parameters: ['grant_type', 'scope'],
  requires: 'grant_type',
  answer: grantToken,
});
