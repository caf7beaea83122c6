// The public keys that sign access tokens (RFC 7517).
import { oauthDocumentRoute } from '@/lib/api/oauth-document-route';
import { jwks, jwksMaxAgeSeconds } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthDocumentRoute({
  contentType: 'application/jwk-set+json',
  maxAgeSeconds: jwksMaxAgeSeconds,
  render: async () => JSON.stringify(await jwks()),
});
