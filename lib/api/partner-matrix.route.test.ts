// Generated from the route tree: every operation of the partner ring × everything that can be wrong with a request, as far
// as the declarations and the OpenAPI document say it. What only one resource can tell is in its own route.test.ts.
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isId, newId, type IdPrefix } from '@/lib/core/ids';
import { accepted, ask } from '@/lib/disbursements/testing';
import { scopes as everyScope } from '@/lib/core/scopes';
import { forgetSingleton } from '@/lib/core/singleton';
import { callRoute, createClient, createProject, type RouteAnswer } from '@/lib/testing';
import type { Method, Operation } from './operation';
import type { RouteHandler } from './partner-route';

const root = path.resolve(import.meta.dirname, '../..');
const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const satisfies readonly Method[];

interface Route {
  readonly path: string;
  readonly method: Method;
  readonly handler: RouteHandler;
  readonly operation: Operation;
}

const routes: Route[] = [];
/** Files without a declared operation: the OAuth plane, documents and the catch-all have tables of their own. */
const undeclared: string[] = [];
for (const file of globSync('app/partner/v1/**/route.ts', { cwd: root }).toSorted()) {
  const exported = (await import(path.join(root, file))) as Partial<Record<Method, RouteHandler>>;
  const before = routes.length;
  for (const method of methods) {
    const handler = exported[method];
    if (handler?.operation) {
      routes.push({ path: path.dirname(file).slice(3), method, handler, operation: handler.operation });
    }
  }
  if (routes.length === before) undeclared.push(file);
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
}
interface Documented {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly 'x-error-codes'?: readonly string[] }>>;
}
const document = JSON.parse(readFileSync(path.join(root, 'docs/openapi/partner-v1.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const documented = new Map(
  Object.values(document.paths).flatMap((item) =>
    Object.values(item).map((operation) => [operation.operationId, operation] as const),
  ),
);

function resolve(schema: Schema): Schema {
  return schema.$ref ? resolve(document.components.schemas[schema.$ref.split('/').at(-1)!]!) : schema;
}

type Json = Record<string, unknown>;
const payee = { account_name: 'Healthy Ltd', sort_code: '12-34-56', account_number: '12340001' };

/** A body that each operation with fields takes. `ids`: what the caller's project has. */
const bodies: Readonly<Record<string, (ids: Ids) => Json>> = {
  createApplication: () => ({
    business: { company_number: '00000401' },
    amount_pence: 2_500_000,
    term_months: 12,
    product: 'business_loan',
    purpose: 'stock',
    applicant: { email: 'ada@example.com', first_name: 'Ada' },
    redirect_uri: 'https://partner.example/done',
    reference: 'r-1',
    introduction_id: 'i-1',
    metadata: { desk: 'north' },
    submit: true,
  }),
  acceptOffer: () => ({
    offer_id: newId('off'),
    accepted_by: { name: 'Ada Pass', email: 'ada@example.com' },
  }),
  refreshDecision: () => ({ monthly_turnover_pence: 1_000_000, amount_pence: 2_000_000, term_months: 24 }),
  createPaymentLink: () => ({
    amount_pence: 12_345,
    reference: 'INV 1',
    description: 'One invoice',
    payer: { name: 'Ada Pass', email: 'ada@example.com' },
    return_url: 'https://partner.example/paid',
    expires_in_days: 3,
    metadata: { desk: 'north' },
  }),
  createIdentityCheck: () => ({
    type: 'individual',
    subject: {
      first_name: 'Ada',
      last_name: 'Pass',
      date_of_birth: '1980-12-10',
      address: { line1: '12 St James’s Square', city: 'London', postcode: 'SW1Y 4JH', country: 'GB' },
    },
    reference: 'r-1',
    metadata: { desk: 'north' },
  }),
  requestDisbursement: ({ app }) => ({
    application_id: app,
    payee,
    reference: 'r-1',
    metadata: { desk: 'north' },
  }),
  advanceClock: () => ({ seconds: 60 }),
  createWebhookEndpoint: () => ({
    url: 'https://example.com/hooks',
    enabled_events: ['*'],
    description: 'All of it',
    api_version: '2026-07-01',
    metadata: { desk: 'north' },
  }),
  updateWebhookEndpoint: () => ({ description: 'Other words' }),
};

type Ids = Partial<Record<IdPrefix, string>>;
interface Side {
  readonly tokens: Readonly<{ all: string; none: (scope: string) => Promise<string> }>;
  readonly ids: Ids;
}
let own: Side;
let foreign: Side;

const operationOf = (operationId: string): Route =>
  routes.find(({ operation }) => operation.operationId === operationId)!;

interface Sent {
  readonly token?: string | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: string;
  readonly body?: unknown;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is right in everything that `sent` does not say, and never too soon: limits have tests of their own. */
function send(route: Route, side: Side, sent: Sent = {}): Promise<RouteAnswer> {
  forgetSingleton('rate-limit.limiter');
  const { operation } = route;
  const params = sent.params ?? paramsOf(operation, side.ids);
  const body = 'body' in sent ? sent.body : bodies[operation.operationId]?.(side.ids);
  const token = 'token' in sent ? sent.token : side.tokens.all;
  const key = sent.key === null ? undefined : (sent.key ?? randomUUID());
  return callRoute(route.handler, {
    method: route.method,
    path: route.path.replace('[id]', params['id'] ?? '') + (sent.search ?? ''),
    params,
    ...(sent.headers && { headers: sent.headers }),
    ...(token !== undefined && { token }),
    ...(operation.kind === 'change' && key !== undefined && { idempotencyKey: key }),
    ...(operation.kind === 'change' && body !== undefined && { body }),
  });
}

function paramsOf({ params }: Operation, ids: Ids): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, kinds]) => [name, ids[kinds[0]!] as string]));
}

async function side(): Promise<Side> {
  const project = await createProject({ redirectUris: [] });
  const client = await createClient(project);
  const tokens = {
    all: await client.mint(),
    none: (scope: string) => client.mint(everyScope.filter((other) => other !== scope)),
  };
  const made: Side = { tokens, ids: {} };
  for (const [operationId, prefix] of [
    ['createApplication', 'app'],
    ['createPaymentLink', 'plk'],
    ['createIdentityCheck', 'idc'],
    ['createWebhookEndpoint', 'whend'],
  ] as const) {
    const answer = await send(operationOf(operationId), made);
    expect(answer.status, answer.text).toBe(201);
    made.ids[prefix] = answer.json.id as string;
    if (prefix === 'app') made.ids.dec = answer.json.decision_id as string;
  }
  const events = await send(operationOf('listEvents'), made);
  made.ids.evt = events.json.data[0].id as string;
  made.ids.dsb = (await ask(project, await accepted(project))).id;
  return made;
}

beforeAll(async () => {
  own = await side();
  foreign = await side();
}, 60_000);

const codeOf = ({ status, json }: RouteAnswer) => [status, json?.error?.code];
/** An answer without what differs from request to request. */
const shapeOf = ({ status, text, headers }: RouteAnswer) => ({
  status,
  text: text.replaceAll(/req_[0-9a-z]{26}/g, 'req_'),
  challenge: headers.get('www-authenticate'),
});

it('knows every file of the ring', () => {
  expect(undeclared).toEqual([
    'app/partner/v1/[[...path]]/route.ts',
    'app/partner/v1/oauth/introspect/route.ts',
    'app/partner/v1/oauth/jwks/route.ts',
    'app/partner/v1/oauth/revoke/route.ts',
    'app/partner/v1/oauth/token/route.ts',
    'app/partner/v1/openapi.json/route.ts',
  ]);
});

it('has a right body for every operation with fields', () => {
  const withFields = routes.filter(({ operation }) => operation.kind === 'change' && operation.body);
  expect(Object.keys(bodies).toSorted()).toEqual(
    withFields.map(({ operation }) => operation.operationId).toSorted(),
  );
});

it('declares the scope that the document says', () => {
  for (const { path: at, method, operation } of routes) {
    const described = document.paths[at.replaceAll(/\[(\w+)\]/g, '{$1}')]?.[method.toLowerCase()] as
      (Documented & { security: readonly Record<string, readonly string[]>[] }) | undefined;
    expect(described?.operationId, at).toBe(operation.operationId);
    expect(described?.security, at).toEqual([
      { clientCredentials: operation.scope === 'any' ? [] : [operation.scope] },
    ]);
  }
});

/** Every field of a body with its path and schema, the fields of fields included. */
function fieldsOf(
  schema: Schema,
  body: Json,
  prefix = '',
): [at: string, schema: Schema, required: boolean][] {
  const { properties = {}, required = [] } = resolve(schema);
  return Object.entries(properties).flatMap(([name, raw]) => {
    if (!(name in body)) return [];
    const field = resolve(raw);
    const at = `${prefix}${name}`;
    const inner = body[name];
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    const deeper = isObject && field.properties ? fieldsOf(field, inner as Json, `${at}.`) : [];
    return [[at, field, required.includes(name)] as [string, Schema, boolean], ...deeper];
  });
}

/** `body` with the field at `at` replaced, or taken away. */
function withField(body: Json, at: string, value: unknown): Json {
  const [name, ...rest] = at.split('.') as [string, ...string[]];
  if (rest.length > 0) return { ...body, [name]: withField(body[name] as Json, rest.join('.'), value) };
  if (value !== undefined) return { ...body, [name]: value };
  return Object.fromEntries(Object.entries(body).filter(([other]) => other !== name));
}

/** A value of a type that no schema at this place has. */
function wrongType(value: unknown): unknown {
  return typeof value === 'object' ? 7 : { not: 'this' };
}

function outOfRange({ minimum, maximum, maxLength, maxItems, enum: values }: Schema): unknown[] {
  return [
    ...(minimum === undefined || minimum < -(2 ** 52) ? [] : [minimum - 1]),
    ...(maximum === undefined || maximum > 2 ** 52 ? [] : [maximum + 1]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => 'application.created')]),
    ...(values === undefined ? [] : ['none of these']),
  ];
}

const at = (body: Json, where: string): unknown =>
  where.split('.').reduce<unknown>((value, name) => (value as Json)[name], body);

describe.each(routes.map((route) => [route.operation.operationId, route] as const))(
  '%s',
  (operationId, route) => {
    const { operation } = route;
    const allowed = () =>
      Object.values(documented.get(operationId)!.responses).flatMap(
        (answer) => answer['x-error-codes'] ?? [],
      );

    it('asks for a token', async () => {
      const answer = await send(route, own, { token: undefined });
      expect(codeOf(answer)).toEqual([401, 'missing_api_key']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="partner", resource_metadata="/);
    });

    it.runIf(operation.scope !== 'any')('asks for its scope', async () => {
      const answer = await send(route, own, { token: await own.tokens.none(operation.scope) });
      expect(codeOf(answer)).toEqual([403, 'insufficient_scope']);
      expect(answer.headers.get('www-authenticate')).toContain(`scope="${operation.scope}"`);
    });

    it('knows its query', async () => {
      const answer = await send(route, own, { search: '?nope=1' });
      expect([...codeOf(answer), answer.json.error.param]).toEqual([400, 'parameter_invalid', 'nope']);
    });

    it.runIf('id' in operation.params)('tells a foreign object from a missing one in nothing', async () => {
      const kinds = operation.params['id']!;
      for (const kind of kinds) {
        const asked = (id: string) => send(route, own, { params: { id } }).then(shapeOf);
        const missing = await asked(newId(kind));
        expect(missing.status).toBe(404);
        expect(await asked(foreign.ids[kind]!)).toEqual(missing);
      }
      for (const id of ['nope', '', `${kinds[0]}_`, newId(kinds[0]!).toUpperCase(), newId('acct')]) {
        expect(kinds.some((kind) => isId(kind, id))).toBe(false);
        expect(codeOf(await send(route, own, { params: { id } })), id).toEqual([404, 'resource_not_found']);
      }
    });

    if (operation.kind !== 'change') return;

    it('reads the idempotency key as the contract says', async () => {
      for (const key of ['', 'x'.repeat(256), 'a b', 'a,b', 'a"b']) {
        expect(codeOf(await send(route, own, { key })), key).toEqual([400, 'idempotency_key_malformed']);
      }
      const missing = Object.fromEntries(Object.entries(operation.params).map(([name, kinds]) => [name, newId(kinds[0]!)])); // prettier-ignore
      const without = await send(route, own, { key: null, params: missing });
      const refusals = [400, 'idempotency_key_missing'];
      if (operation.idempotency === 'required') expect(codeOf(without)).toEqual(refusals);
      else expect(codeOf(without)).not.toEqual(refusals);
    });

    it('knows its fields, and takes nothing but a JSON object', async () => {
      const unknown = await send(route, own, { body: { ...bodies[operationId]?.(own.ids), nope: 1 } });
      expect([...codeOf(unknown), unknown.json.error.param]).toEqual([400, 'unknown_field', 'nope']);
      for (const body of ['[]', 'null', '"x"', '{"a":1,"a":2}', '{', '{"a":1e999}']) {
        const answer = await send(route, own, { body, headers: { 'content-type': 'application/json' } });
        expect(codeOf(answer), body).toEqual([400, 'invalid_json']);
      }
    });

    const schema = documented.get(operationId)!.requestBody?.content['application/json']?.schema;
    if (!schema) return;

    it('names each field that is missing, of another type or out of its range', async () => {
      const right = bodies[operationId]!(own.ids);
      const fields = fieldsOf(schema, right);
      expect(fields.length).toBeGreaterThan(0);
      const cases = fields.flatMap(([where, field, required]) => [
        ...(required ? [[where, undefined] as const] : []),
        [where, wrongType(at(right, where))] as const,
        ...outOfRange(field).map((value) => [where, value] as const),
      ]);
      for (const [where, value] of cases) {
        const answer = await send(route, own, { body: withField(right, where, value) });
        const what = `${JSON.stringify({ [where]: value }).slice(0, 60)} gave ${answer.text}`;
        expect(answer.status, what).toBe(422);
        expect(allowed(), what).toContain(answer.json.error.code);
        const named = answer.json.error.details.map(({ param }: { param: string }) => param) as string[];
        expect(named.some((param) => param === where || param.startsWith(`${where}.`) || where.startsWith(`${param}.`)), what).toBe(true); // prettier-ignore
        if (value === undefined) {
          expect(['parameter_missing', 'insufficient_identity_data'], what).toContain(answer.json.error.code);
        }
      }
    });

    it('answers a replayed key with the stored bytes, and refuses it for another payload', async () => {
      const key = randomUUID();
      const body = bodies[operationId]!(own.ids);
      const first = await send(route, own, { key, body });
      const again = await send(route, own, { key, body });
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const others = { reference: 'another', description: 'another', seconds: 61, term_months: 25, offer_id: newId('off') }; // prettier-ignore
      const other = Object.entries(others).find(([name]) => name in body)!;
      const changed = await send(route, own, { key, body: { ...body, [other[0]]: other[1] } });
      expect(codeOf(changed)).toEqual([409, 'idempotency_key_reused']);
    });
  },
);
