// From this a client library configures itself (RFC 8414).
import { oauthDocumentRoute } from '@/lib/api/oauth-document-route';
import { authorizationServerMetadata } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthDocumentRoute({
  contentType: 'application/json',
  maxAgeSeconds: 600,
  render: () => JSON.stringify(authorizationServerMetadata()),
});
