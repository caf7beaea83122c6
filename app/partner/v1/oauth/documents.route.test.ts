// The public documents of the token plane: keys and metadata (contract §2).
import { describe, expect, it } from 'vitest';
import { scopes } from '@/lib/core/scopes';
import { callRoute } from '@/lib/testing';
import * as authorizationServer from '../../../.well-known/oauth-authorization-server/route';
import * as protectedResource from '../../../.well-known/oauth-protected-resource/partner/v1/route';
import * as protectedResourceAtRoot from '../../../.well-known/oauth-protected-resource/route';
import * as jwks from './jwks/route';

const origin = 'http://localhost:3000';

const documents = [
  { name: 'jwks', route: jwks, type: 'application/jwk-set+json' },
  { name: 'authorization server', route: authorizationServer, type: 'application/json' },
  { name: 'protected resource', route: protectedResource, type: 'application/json' },
  { name: 'protected resource without the path', route: protectedResourceAtRoot, type: 'application/json' },
] as const;

describe.each(documents)('$name', ({ route, type }) => {
  it('is public and cacheable, with a validator', async () => {
    const answer = await callRoute(route.GET, { path: '/document' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await callRoute(route.GET, { path: '/document', headers: { 'if-none-match': given } });
      expect({ status: again.status, text: again.text, etag: again.headers.get('etag') }).toEqual({ status: 304, text: '', etag }); // prettier-ignore
    }
    const other = await callRoute(route.GET, { path: '/document', headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    const head = await callRoute(route.HEAD, { path: '/document', method: 'HEAD' });
    expect({ status: head.status, text: head.text, etag: head.headers.get('etag') }).toEqual({ status: 200, text: '', etag }); // prettier-ignore
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('405 to %s', async (method) => {
    const answer = await callRoute(route[method], { path: '/document', method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.json.error).toBe('invalid_request');
  });
});

it('publishes the authorization server (RFC 8414) and nothing that is empty', async () => {
  const { json } = await callRoute(authorizationServer.GET, { path: '/document' });
  const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];
  const algorithms = ['ES256', 'PS256', 'EdDSA'];
  expect(json).toEqual({
    issuer: origin,
    token_endpoint: `${origin}/partner/v1/oauth/token`,
    introspection_endpoint: `${origin}/partner/v1/oauth/introspect`,
    revocation_endpoint: `${origin}/partner/v1/oauth/revoke`,
    jwks_uri: `${origin}/partner/v1/oauth/jwks`,
    grant_types_supported: ['client_credentials'],
    scopes_supported: scopes,
    service_documentation: expect.stringMatching(/^http:\/\/localhost:3000\/docs/),
    token_endpoint_auth_methods_supported: methods,
    token_endpoint_auth_signing_alg_values_supported: algorithms,
    introspection_endpoint_auth_methods_supported: methods,
    introspection_endpoint_auth_signing_alg_values_supported: algorithms,
    revocation_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_signing_alg_values_supported: algorithms,
  });
});

it('publishes the resource (RFC 9728), the same with and without the path', async () => {
  const [one, two] = await Promise.all(
    [protectedResource, protectedResourceAtRoot].map((route) => callRoute(route.GET, { path: '/document' })),
  );
  expect(one?.text).toBe(two?.text);
  expect(one?.json).toMatchObject({
    resource: `${origin}/partner/v1`,
    authorization_servers: [origin],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
  });
});
