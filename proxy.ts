// Gives every page its content security policy. Never an authorisation boundary: pages and routes check for
// themselves, and hold with this file deleted.
import { NextResponse, type NextRequest } from 'next/server';
import { builtForDevelopment } from '@/lib/env/build';

/** Scripts run by nonce only. Under `next dev`, React evaluates strings and the overlay writes styles. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${builtForDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${builtForDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  // Next takes the nonce of its own scripts from the request's copy of the policy.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: ['/((?!partner/v1|public/v1|\\.well-known|api/|_next/static|healthz$|readyz$|metrics$).*)'],
};
