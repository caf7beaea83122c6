// The OAuth plane in the OpenAPI document. Its routes answer by the RFCs, not by the partner pipeline, so they
// are described here by hand (contract §2).
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

const oauthError = z
  .object({
    error: z.enum([
      'invalid_request',
      'invalid_client',
      'invalid_grant',
      'unauthorized_client',
      'unsupported_grant_type',
      'invalid_scope',
      'temporarily_unavailable',
      'server_error',
    ]),
    error_description: z.string().optional(),
  })
  .meta({ id: 'OAuthError', description: 'An error of the token plane (RFC 6749 §5.2).' });

const clientFields = {
  client_id: z.string().optional().meta({ description: 'With `client_secret_post` or `private_key_jwt`.' }),
  client_secret: z.string().optional().meta({ description: 'With `client_secret_post`.' }),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer').optional(),
  client_assertion: z.string().optional().meta({ description: 'With `private_key_jwt` (RFC 7523).' }),
};
const tokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  scope: z
    .string()
    .optional()
    .meta({ description: 'Space-separated; all of the client’s scopes when left out.' }),
  ...clientFields,
});
const tokenResponse = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.', example: 900 }),
    scope: z.string(),
  })
  .meta({ id: 'AccessToken' });
const aboutToken = z.object({
  token: z.string(),
  token_type_hint: z.string().optional(),
  ...clientFields,
});
const introspection = z
  .object({
    active: z.boolean(),
    iss: z.string().optional(),
    sub: z.string().optional(),
    aud: z.string().optional(),
    client_id: z.string().optional(),
    scope: z.string().optional(),
    exp: z.int().optional(),
    iat: z.int().optional(),
    jti: z.string().optional(),
    token_type: z.string().optional(),
  })
  .meta({ id: 'Introspection', description: 'RFC 7662. Only `active` unless the token is active.' });
const jwks = z
  .object({
    keys: z.array(
      z.object({
        kty: z.string(),
        crv: z.string(),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        use: z.string(),
        alg: z.string(),
      }),
    ),
  })
  .meta({ id: 'JsonWebKeySet', description: 'RFC 7517.' });
const metadata = z.looseObject({}).meta({ id: 'Metadata' });

const form = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema } },
});
const json = (description: string, schema: z.ZodType, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
});
const refusals = {
  '400': json('The request is not one this endpoint can read.', oauthError),
  '401': json('The client is not authenticated.', oauthError),
  '429': json('Too many requests; wait as long as Retry-After says.', oauthError),
  '503': json('The service cannot answer just now.', oauthError),
};
const asClient: Record<string, string[]>[] = [{ clientBasic: [] }, {}];

export const oauthPaths: ZodOpenApiPathsObject = {
  '/partner/v1/oauth/token': {
    post: {
      operationId: 'createAccessToken',
      summary: 'Mint an access token',
      description: 'Client credentials grant (RFC 6749 §4.4).',
      tags: ['OAuth'],
      security: asClient,
      requestBody: form(tokenRequest),
      responses: { '200': json('A token.', tokenResponse), ...refusals },
    },
  },
  '/partner/v1/oauth/introspect': {
    post: {
      operationId: 'introspectToken',
      summary: 'Ask about a token',
      description: 'RFC 7662. Another client’s token is not active to you.',
      tags: ['OAuth'],
      security: asClient,
      requestBody: form(aboutToken),
      responses: { '200': json('What is known of the token.', introspection), ...refusals },
    },
  },
  '/partner/v1/oauth/revoke': {
    post: {
      operationId: 'revokeToken',
      summary: 'Revoke a token',
      description: 'RFC 7009. Effective everywhere within a second.',
      tags: ['OAuth'],
      security: asClient,
      requestBody: form(aboutToken),
      responses: { '200': { description: 'The token is not valid any more.' }, ...refusals },
    },
  },
  '/partner/v1/oauth/jwks': {
    get: {
      operationId: 'getJsonWebKeySet',
      summary: 'Read the public keys',
      tags: ['OAuth'],
      security: [],
      responses: {
        '200': json('The keys that sign access tokens.', jwks, 'application/jwk-set+json'),
        '304': { description: 'Unchanged since the ETag you sent.' },
        '405': { description: 'Only GET and HEAD.' },
      },
    },
  },
  '/.well-known/oauth-authorization-server': {
    get: {
      operationId: 'getAuthorizationServerMetadata',
      summary: 'Read the authorization server’s metadata',
      description: 'RFC 8414.',
      tags: ['OAuth'],
      security: [],
      responses: { '200': json('The document.', metadata), '405': { description: 'Only GET and HEAD.' } },
    },
  },
  '/.well-known/oauth-protected-resource/partner/v1': {
    get: {
      operationId: 'getProtectedResourceMetadata',
      summary: 'Read the protected resource’s metadata',
      description: 'RFC 9728.',
      tags: ['OAuth'],
      security: [],
      responses: { '200': json('The document.', metadata), '405': { description: 'Only GET and HEAD.' } },
    },
  },
};
