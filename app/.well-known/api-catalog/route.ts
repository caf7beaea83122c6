// Where a program finds our APIs, their description and their state (RFC 9727, a linkset of RFC 9264).
import { documentRoute } from '@/lib/api/document-route';
import { environment } from '@/lib/env';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute({
  contentType: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  maxAgeSeconds: 3_600,
  render: () => {
    const { appUrl } = environment();
    const status = [{ href: `${appUrl}/public/v1/status`, type: 'application/json' }];
    return JSON.stringify({
      linkset: [
        {
          anchor: `${appUrl}/partner/v1`,
          'service-desc': [{ href: `${appUrl}/partner/v1/openapi.json`, type: 'application/json' }],
          'service-doc': [{ href: `${appUrl}/docs/api`, type: 'text/html' }],
          'service-meta': [
            { href: `${appUrl}/.well-known/oauth-protected-resource/partner/v1`, type: 'application/json' },
          ],
          status,
        },
        { anchor: `${appUrl}/public/v1`, status },
      ],
    });
  },
});
