// Which authorization server protects the partner ring (RFC 9728). Challenges name this address.
import { oauthDocumentRoute } from '@/lib/api/oauth-document-route';
import { protectedResourceMetadata } from '@/lib/oauth';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthDocumentRoute({
  contentType: 'application/json',
  maxAgeSeconds: 600,
  render: () => JSON.stringify(protectedResourceMetadata()),
});
