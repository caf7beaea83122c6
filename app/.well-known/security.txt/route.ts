// Where to report a weakness (RFC 9116). The page it names says how.
import { documentRoute } from '@/lib/api/document-route';
import { environment } from '@/lib/env';

const dayMs = 86_400_000;
/** RFC 9116 §2.5.5 recommends less than a year; a day's start keeps the text, and its ETag, the same all day. */
const validDays = 180;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute({
  contentType: 'text/plain; charset=utf-8',
  maxAgeSeconds: 3_600,
  render: () => {
    const { appUrl } = environment();
    const expires = new Date((Math.floor(Date.now() / dayMs) + validDays) * dayMs);
    return [
      `Contact: ${appUrl}/docs/security`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${appUrl}/.well-known/security.txt`,
      `Policy: ${appUrl}/docs/security`,
      '',
    ].join('\n');
  },
});
