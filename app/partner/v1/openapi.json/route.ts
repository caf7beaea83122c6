// The OpenAPI document, without a credential: the checked-in copy with this origin as its server.
import { documentRoute } from '@/lib/api/document-route';
import checkedIn from '@/docs/openapi/partner-v1.json';
import { environment } from '@/lib/env';

// Rendered once: only the origin is not known before the first call.
let rendered: string | undefined;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute({
  contentType: 'application/json',
  maxAgeSeconds: 300,
  render: () => (rendered ??= JSON.stringify({ ...checkedIn, servers: [{ url: environment().appUrl }] })),
});
