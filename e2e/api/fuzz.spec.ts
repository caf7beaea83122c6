// Promise: every malformed request gets a documented 4xx. At least 5,000 requests made from the OpenAPI document
// meet the running product; none may answer 5xx, or with a status, code or body that the document does not have.
// FUZZ_RUNS sends more, FUZZ_SEED repeats a run.
import { expect, test } from '@playwright/test';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { requestsFor, type DocumentedOperation, type Parameter, type World } from './fuzz/request-arbitrary';
import type { Schema } from './fuzz/schema-arbitrary';
import { call, clientOn, credentials, mint, until } from './product';

interface DocumentedResponse {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
  readonly 'x-error-codes'?: readonly string[];
}
interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

const runs = Number(process.env['FUZZ_RUNS'] ?? 5_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);

const pointer = (...parts: readonly string[]) =>
  `api#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

test('no generated request gets an undocumented answer', async () => {
  test.setTimeout(600_000);
  const { origin } = await credentials();
  const document = (await call('/partner/v1/openapi.json')).json as Document;
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const resolve = (reference: string): Schema =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], document) as Schema;

  // The platform project: its limiter is on, but its figures let 5,000 requests through.
  const token = await mint(await clientOn('platform'));
  const sandboxToken = await mint(await clientOn('build'));
  const application = { business: { company_number: 'ZZ000401' }, amount_pence: 1_000_000, term_months: 12 };
  const applicant = { email: 'ada@example.com', first_name: 'Ada' };
  const ids: string[] = [];
  for (const body of [
    { ...application, applicant },
    { ...application, applicant, submit: false },
  ]) {
    const created = await call('/partner/v1/applications', { method: 'POST', token, body });
    expect(created.status, created.text).toBe(201);
    ids.push(created.json.id);
  }
  const decided = await until(
    () => call(`/partner/v1/decisions/${ids[0]}`, { token }),
    ({ status }) => status === 200,
  );
  const foreign = await call('/partner/v1/applications', {
    method: 'POST',
    token: sandboxToken,
    body: { ...application, business: { company_number: '00000401' }, applicant },
  });
  const world: World = {
    token,
    otherToken: sandboxToken,
    tamperedToken: `${token.slice(0, -2)}AA`,
    ids: { app: ids, dec: [decided.json.id as string], foreign: [foreign.json?.id ?? ids[0]] },
  };

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { requestBody }]) => !requestBody?.content['application/x-www-form-urlencoded'])
      .filter(() => path.startsWith('/partner/v1/') && !path.includes('/oauth/'))
      .map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.length).toBeGreaterThan(5);

  const tally = new Map<number, number>();
  for (const { path, method, operation } of operations) {
    const documented: DocumentedOperation = {
      path,
      method: method.toUpperCase(),
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema,
    };
    await fc.assert(
      fc.asyncProperty(requestsFor(documented, world, resolve), async (request) => {
        const response = await fetch(origin + request.path, {
          method: request.method,
          headers: request.headers,
          // The document's example is a sandbox company; its live twin reaches further on a live project.
          ...(request.body !== undefined && { body: request.body.replaceAll('"000004', '"ZZ0004') }),
        });
        const text = await response.text();
        tally.set(response.status, (tally.get(response.status) ?? 0) + 1);
        const answered = `${request.method} ${request.path} → ${response.status} ${text.slice(0, 400)}`;
        expect(response.status, answered).toBeLessThan(500);
        expect(response.headers.get('credicorp-request-id'), answered).toMatch(/^req_/);
        // A path parameter with a slash or a dot segment can name another route.
        const isThisRoute = !/route_not_found|method_not_allowed/.test(text);
        if (!isThisRoute) return;
        const expected = operation.responses[String(response.status)];
        expect(expected, `${operation.operationId} does not document ${answered}`).toBeDefined();
        if (response.status === 204) return;
        const validate = ajv.getSchema(
          pointer(
            'paths',
            path,
            method,
            'responses',
            String(response.status),
            'content',
            'application/json',
            'schema',
          ),
        );
        const body: unknown = JSON.parse(text);
        expect(validate?.(body), `${answered}: ${JSON.stringify(validate?.errors)}`).toBe(true);
        if (response.status >= 400) {
          const { code } = (body as { error: { code: string } }).error;
          expect(expected?.['x-error-codes'], `${operation.operationId}: ${answered}`).toContain(code);
        }
      }),
      { numRuns: Math.ceil(runs / operations.length), seed, endOnFailure: true },
    );
  }
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(runs);
  // A generator whose requests are all refused at the door proves little.
  expect(tally.get(200) ?? 0).toBeGreaterThan(50);
  expect(tally.get(201) ?? 0).toBeGreaterThan(10);
  console.log(
    `generated requests: ${total}; ${[...tally].map(([status, count]) => `${status}: ${count}`).join(', ')}`,
  );
});
