// Requests for one operation of the OpenAPI document: good ones, and ones that are wrong in every layer.
import fc from 'fast-check';
import { disturbed, fitting, type Resolve, type Schema } from './schema-arbitrary';

export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface DocumentedOperation {
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

export interface GeneratedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Real things that a request may name, so that it sometimes reaches the verb. */
export interface World {
  readonly token: string;
  readonly otherToken: string;
  readonly tamperedToken: string;
  /** Ids of existing objects by prefix, ours and another partner's. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

const anId = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/);

function pathValue(world: World): fc.Arbitrary<string> {
  const existing = Object.values(world.ids).flat();
  return fc.oneof(
    { arbitrary: fc.constantFrom(...existing), weight: 6 },
    fc
      .tuple(fc.constantFrom('app', 'dec', 'off', 'evt', 'prj'), anId)
      .map(([prefix, rest]) => `${prefix}_${rest}`),
    fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => text !== '.' && text !== '..')
      .map(encodeURIComponent),
    fc.constantFrom('app_', '%00', '%2e%2e', '%F0%9F%92%B7', 'null', '0', 'a'.repeat(300)),
  );
}

function queryString(parameters: readonly Parameter[], resolve: Resolve): fc.Arbitrary<string> {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const pair = (name: string, value: unknown) =>
    `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
  const good = known.map((parameter) =>
    fitting(parameter.schema, resolve).map((value) => pair(parameter.name, value)),
  );
  const bad = fc.oneof(
    fc.tuple(fc.constantFrom('limit', 'cursor', 'status', 'x', '__proto__', 'access_token'), fc.string({ maxLength: 12 })).map(([name, value]) => pair(name, value)),
    fc.constantFrom('limit=0', 'limit=101', 'limit=1e1', 'cursor=', 'cursor=a.b', '&&', '=', 'limit=5&limit=6', 'created_after=yesterday', '%ZZ', '%C3%28'),
  ); // prettier-ignore
  const part = good.length === 0 ? bad : fc.oneof({ arbitrary: fc.oneof(...good), weight: 5 }, bad);
  return fc.oneof(
    { arbitrary: fc.constant(''), weight: 3 },
    fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `?${parts.join('&')}`),
  );
}

const brokenJson = fc.oneof(
  fc.constantFrom(
    '', '{', '[]', '""', 'null', 'nul', '{"a":1,"a":2}', '{"amount_pence":9007199254740993}', '{"a":1e999}', '{"a":NaN}',
    '{"reference":"\\ud800"}', '['.repeat(40) + ']'.repeat(40), '\ufeff{}', '{"a":01}', "{'a':1}", '{"a":1}{}', '{"\\u0061":1,"a":2}',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
); // prettier-ignore

function bodyText(body: Schema | undefined, resolve: Resolve): fc.Arbitrary<string | undefined> {
  if (!body) return fc.oneof({ arbitrary: fc.constantFrom(undefined, '{}'), weight: 6 }, brokenJson);
  const good = fitting(body, resolve);
  return fc.oneof(
    { arbitrary: good.map((value) => JSON.stringify(value)), weight: 5 },
    { arbitrary: good.chain(disturbed).map((value) => JSON.stringify(value)), weight: 6 },
    { arbitrary: brokenJson, weight: 2 },
    good.map((value) => JSON.stringify(value).slice(0, -1)),
    fc.constant(undefined),
  );
}

function authorization(world: World): fc.Arbitrary<string | undefined> {
  return fc.oneof(
    { arbitrary: fc.constant(`Bearer ${world.token}`), weight: 30 },
    fc.constantFrom(
      undefined, '', 'Bearer', 'Bearer ', 'Basic eDp5', `bearer ${world.token}`, `Bearer  ${world.token}`, `Bearer ${world.token}x`,
      `Bearer ${world.otherToken}`, `Bearer ${world.tamperedToken}`, `Bearer ${world.token} x`, 'Bearer ..', 'Bearer a.b.c',
    ),
  ); // prettier-ignore
}

const idempotencyKey = fc.oneof(
  { arbitrary: fc.uuid(), weight: 8 },
  fc.constantFrom<string | undefined>(
    undefined,
    '',
    '""',
    '"quoted"',
    'a,b',
    'a b',
    'x'.repeat(256),
    'the-same-key',
    'the-same-key',
  ),
);
const contentType = fc.oneof(
  { arbitrary: fc.constant('application/json'), weight: 12 },
  fc.constantFrom('application/json; charset=utf-8', 'application/json; charset=latin1', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''),
); // prettier-ignore

/** Requests for `operation`. */
export function requestsFor(
  operation: DocumentedOperation,
  world: World,
  resolve: Resolve,
): fc.Arbitrary<GeneratedRequest> {
  return fc
    .record({
      pathValue: pathValue(world),
      query: queryString(operation.parameters, resolve),
      body: operation.method === 'GET' ? fc.constant(undefined) : bodyText(operation.body, resolve),
      authorization: authorization(world),
      key: idempotencyKey,
      contentType,
    })
    .map((parts) => {
      const headers: Record<string, string> = {};
      if (parts.authorization !== undefined) headers['authorization'] = parts.authorization;
      if (parts.key !== undefined && operation.method !== 'GET') headers['idempotency-key'] = parts.key;
      if (parts.body !== undefined && parts.contentType !== '') headers['content-type'] = parts.contentType;
      const path = operation.path.replaceAll(/\{[^}]+\}/g, () => parts.pathValue);
      return { method: operation.method, path: path + parts.query, headers, body: parts.body };
    });
}
