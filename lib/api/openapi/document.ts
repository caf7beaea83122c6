// The OpenAPI 3.1 document of the partner ring, made from what the route files declare. The served copy and
// the one in docs/openapi are this function's result; CI fails when the checked-in one is stale.
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { errorCatalogue, type ErrorCode } from '@/lib/core/errors';
import { scopes } from '@/lib/core/scopes';
import type { Operation } from '../operation';
import { errorEnvelope, errorsByStatus } from './error-schema';
import { oauthPaths } from './oauth-paths';

/** A route file as the route table lists it: `/partner/v1/applications/[id]` and its exports. */
export interface DeclaredRoute {
  readonly pattern: string;
  readonly module: Readonly<Record<string, unknown>>;
}

export interface DeclaredOperation {
  /** OpenAPI path, `/partner/v1/applications/{id}`. */
  readonly path: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly operation: Operation;
}

const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const;

function operationOf(handler: unknown): Operation | undefined {
  return typeof handler === 'function' ? (handler as { operation?: Operation }).operation : undefined;
}

/** Every operation that route files declare, by path and method. */
export function declaredOperations(routes: readonly DeclaredRoute[]): DeclaredOperation[] {
  return routes
    .flatMap(({ pattern, module }) =>
      methods.flatMap((method) => {
        const operation = operationOf(module[method]);
        const path = pattern.replaceAll(/\[([^\]]+)\]/g, '{$1}');
        return operation
          ? [{ path, method: method.toLowerCase() as DeclaredOperation['method'], operation }]
          : [];
      }),
    )
    .toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

const requestIdHeader = z.string().meta({
  id: 'RequestId',
  header: { id: 'RequestId' },
  description: 'Id of this request; quote it when you ask us.',
});
const wholeNumber = (id: string, description: string) =>
  z.int().min(0).meta({ header: { id }, description }); // prettier-ignore
const budgetHeaders = z.object({
  'Credicorp-Request-Id': requestIdHeader,
  'RateLimit-Limit': wholeNumber('RateLimitLimit', 'Burst of the bucket with the fewest tokens left.'),
  'RateLimit-Remaining': wholeNumber('RateLimitRemaining', 'Whole tokens left in it after this request.'),
  'RateLimit-Reset': wholeNumber('RateLimitReset', 'Whole seconds until it is full.'),
});
const retryAfterHeader = wholeNumber(
  'RetryAfter',
  'Whole seconds to wait before you repeat the request.',
).optional();
const replayedHeader = z.literal('true').optional().meta({ header: { id: 'IdempotencyReplayed' }, description: 'Set when this is the stored answer to an earlier request.' }); // prettier-ignore
const idempotencyKey = z.string().min(1).max(255).meta({
  description: 'A fresh key for each operation, the same one for its retries.',
  example: '7f0c7a3e-3a52-4d0c-9b11-0a4f5a4f1c6e',
});

function errorResponse(codes: readonly ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCatalogue[code].summary}`).join('\n\n'),
    headers: z.object({ 'Credicorp-Request-Id': requestIdHeader, 'Retry-After': retryAfterHeader }),
    content: { 'application/json': { schema: errorEnvelope } },
    'x-error-codes': [...codes],
  } as const;
}

function pathParameters(operation: Operation) {
  const names = Object.entries(operation.params);
  if (names.length === 0) return undefined;
  return z.object(
    Object.fromEntries(
      names.map(([name, kinds]) => [
        name,
        z
          .string()
          .meta({ description: `An id such as \`${kinds.map((kind) => `${kind}_…`).join('` or `')}\`.` }),
      ]),
    ),
  );
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { status, description, schema } = operation.success;
  const errors = [...errorsByStatus(operation)].toSorted(([a], [b]) => a - b);
  const path = pathParameters(operation);
  const keyed = operation.kind === 'change';
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    tags: [operation.tag],
    security: [{ clientCredentials: operation.scope === 'any' ? [] : [operation.scope] }],
    requestParams: {
      ...(path && { path }),
      ...(operation.query && { query: operation.query as z.ZodObject }),
      ...(keyed && {
        header: z.object({
          'Idempotency-Key':
            operation.idempotency === 'required' ? idempotencyKey : idempotencyKey.optional(),
        }),
      }),
    },
    ...(operation.kind === 'change' &&
      operation.body && {
        requestBody: { required: true, content: { 'application/json': { schema: operation.body } } },
      }),
    responses: {
      [`${status as 200}`]: {
        description,
        headers: keyed ? budgetHeaders.extend({ 'Idempotency-Replayed': replayedHeader }) : budgetHeaders,
        ...(schema && { content: { 'application/json': { schema } } }),
      },
      ...Object.fromEntries(errors.map(([code, codes]) => [String(code), errorResponse(codes)])),
    },
    ...(operation.subLimit && { 'x-sub-limit': operation.subLimit }),
  };
}

function pathsOf(operations: readonly DeclaredOperation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const { path, method, operation } of operations) {
    paths[path] = { ...paths[path], [method]: describe(operation) };
  }
  return paths;
}

const tagDescriptions: Readonly<Record<string, string>> = {
  OAuth: 'Access tokens: client credentials, introspection, revocation, keys and metadata.',
  Project: 'Who am I, and what are my limits.',
  Applications: 'A company’s request for a loan, from creation to acceptance.',
  Decisions: 'The lender’s authoritative answer and its offers.',
  'Identity checks': 'KYC and AML: who a person or a company is.',
  Sandbox: 'What banks, providers and time do, at your word. Sandbox only.',
};

/** The whole document. The server's address is filled in where it is served. */
export function openApiDocument(routes: readonly DeclaredRoute[]) {
  const operations = declaredOperations(routes);
  const tags = ['OAuth', ...new Set(operations.map(({ operation }) => operation.tag))];
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Credicorp partner API',
      version: '1.0.0',
      description:
        'Lend to limited companies from your own product: applications, decisions and everything that follows.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The origin that serves this document.' }],
    tags: tags.map((name) => ({ name, description: tagDescriptions[name] ?? name })),
    paths: { ...oauthPaths, ...pathsOf(operations) },
    components: {
      securitySchemes: {
        clientCredentials: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: '/partner/v1/oauth/token',
              scopes: Object.fromEntries(scopes.map((scope) => [scope, scopeSentence(scope)])),
            },
          },
        },
        clientBasic: {
          type: 'http',
          scheme: 'basic',
          description: 'Client id and secret (RFC 6749 §2.3.1).',
        },
      },
    },
  });
}

/** `applications:read` → "Read applications." */
function scopeSentence(scope: string): string {
  const [family, right] = scope.split(':');
  return right === 'read' ? `Read ${family}.` : `Create and change ${family}.`;
}
