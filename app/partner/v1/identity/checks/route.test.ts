// Identity checks over the whole pipeline, one block per status (contract §3, §5, §6, §8).
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RouteHandler } from '@/lib/api/partner-route';
import type { Scope } from '@/lib/core/scopes';
import { identityCheckSchema, verifyIdentity } from '@/lib/identity-checks';
import { callRoute, countRows, createClient, createProject, type RouteCall } from '@/lib/testing';
import * as applications from '../../applications/route';
import * as one from './[id]/route';
import * as checks from './route';

const path = '/partner/v1/identity/checks';
const subject = {
  first_name: 'Wilhelmina',
  last_name: 'Pass',
  date_of_birth: '1980-05-17',
  address: { line1: '12 Ockham Park', city: 'Llanfairpwll', postcode: 'LL61 5UJ', country: 'GB' },
};
const body = { type: 'individual', subject, reference: 'customer-7', metadata: { desk: 'north' } };

const post = (token: string, call: Omit<RouteCall, 'path'> = {}) =>
  callRoute(checks.POST, { method: 'POST', path, token, idempotencyKey: randomUUID(), body, ...call });
const list = (token: string, search = '') => callRoute(checks.GET, { path: path + search, token });
const get = (token: string, id: string) =>
  callRoute(one.GET, { path: `${path}/${id}`, params: { id }, token });
const verify = (checkId: string) =>
  verifyIdentity({ checkId }, { signal: new AbortController().signal, attempt: 1 });

async function caller(scopes?: readonly Scope[], livemode = false) {
  const client = await createClient(await createProject({ livemode }));
  return client.mint(scopes);
}

describe('a check', () => {
  it('201, 200: open, verify, read, list', async () => {
    const token = await caller();
    const created = await post(token);
    expect(created.status).toBe(201);
    expect(identityCheckSchema.parse(created.json)).toMatchObject({
      object: 'identity_check',
      livemode: false,
      status: 'pending',
      type: 'individual',
      subject: {
        first_name: 'W',
        last_name: 'P',
        date_of_birth: '1980-••-••',
        address: { postcode: 'LL61', country: 'GB' },
        nationality: null,
      },
      business: null,
      application_id: null,
      reference: 'customer-7',
      metadata: { desk: 'north' },
      checks: [],
    });
    expect(created.headers.get('ratelimit-policy')).toContain('"identity_checks.create";q=5;w=1');
    const { id } = created.json;
    expect((await get(token, id)).json).toEqual(created.json);
    await verify(id);
    const done = await get(token, id);
    expect([done.status, done.json.status, done.json.checks.length]).toEqual([200, 'passed', 6]);
    for (const search of [
      '',
      '?status=passed',
      '?reference=customer-7',
      '?status=passed&reference=customer-7',
    ]) {
      expect((await list(token, search)).json).toEqual({
        object: 'list',
        data: [done.json],
        next_cursor: null,
      });
    }
    expect((await list(token, '?status=pending')).json.data).toEqual([]);
    expect((await list(token, `?created_after=2999-01-01T00:00:00Z`)).json.data).toEqual([]);
  });

  it('belongs to an application of the project', async () => {
    const token = await caller();
    const application = await callRoute(applications.POST, {
      method: 'POST',
      path: '/partner/v1/applications',
      token,
      idempotencyKey: randomUUID(),
      body: {
        business: { company_number: '00000401' },
        amount_pence: 2_500_000,
        term_months: 12,
        applicant: { email: 'director@example.com' },
      },
    });
    const { id } = application.json;
    const created = await post(token, { body: { ...body, application_id: id } });
    expect([created.status, created.json.application_id]).toEqual([201, id]);
    const foreign = await post(await caller(), { body: { ...body, application_id: id } });
    expect([foreign.status, foreign.json.error.code]).toEqual([404, 'resource_not_found']);
  });

  it('is of a business', async () => {
    const token = await caller();
    const business = { company_number: '00000401', name: 'Healthy Ltd' };
    const created = await post(token, { body: { type: 'business', business } });
    expect([created.status, created.json.business, created.json.subject]).toEqual([201, business, null]);
    await verify(created.json.id);
    expect((await get(token, created.json.id)).json.status).toBe('passed');
  });

  it('works in live with the simulated providers', async () => {
    const token = await caller(undefined, true);
    const created = await post(token, {
      body: { ...body, subject: { ...subject, last_name: 'Sanctioned' } },
    });
    expect(created.json.livemode).toBe(true);
    await verify(created.json.id);
    expect((await get(token, created.json.id)).json.status).toBe('failed');
  });

  it('replays byte for byte, and makes one of many', async () => {
    const token = await caller();
    const idempotencyKey = randomUUID();
    const before = await countRows('identity_checks');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(token, { idempotencyKey })));
    const first = answers.find(
      ({ status, headers }) => status === 201 && !headers.has('idempotency-replayed'),
    );
    for (const { status, text, json } of answers) {
      if (status === 201) expect(text).toBe(first?.text);
      else expect(json.error.code).toMatch(/idempotency_key_in_progress|rate_limited/);
    }
    expect(await countRows('identity_checks')).toBe(before + 1);
    expect(await countRows('audit_entries', 'object_id = $1', [first?.json.id])).toBe(1);
  });
});

describe('refusals', () => {
  const told = (changes: object) => ({ body: { ...body, subject: { ...subject, ...changes } } });
  it.each([
    [400, 'idempotency_key_missing', 'Idempotency-Key', { idempotencyKey: undefined }],
    [400, 'unknown_field', 'colour', { body: { ...body, colour: 'red' } }],
    [400, 'unknown_field', 'subject.middle_name', told({ middle_name: 'X' })],
    [422, 'parameter_missing', 'type', { body: { subject } }],
    [422, 'invalid_value', 'type', { body: { ...body, type: 'partnership' } }],
    [422, 'invalid_value_type', 'type', { body: { ...body, type: 1 } }],
    [422, 'insufficient_identity_data', 'subject.first_name', { body: { type: 'individual' } }],
    [422, 'insufficient_identity_data', 'subject.last_name', told({ last_name: undefined })],
    [422, 'insufficient_identity_data', 'subject.last_name', told({ last_name: '  ' })],
    [422, 'insufficient_identity_data', 'subject.address.postcode', told({ address: { ...subject.address, postcode: undefined } })],
    [422, 'insufficient_identity_data', 'business.company_number', { body: { type: 'business' } }],
    [422, 'invalid_company_number', 'business.company_number', { body: { type: 'business', business: { company_number: '401', name: 'A' } } }],
    [422, 'invalid_value_type', 'subject.last_name', told({ last_name: null })],
    [422, 'invalid_value', 'subject.date_of_birth', told({ date_of_birth: '2999-01-01' })],
    [422, 'invalid_value', 'reference', { body: { ...body, reference: 'r'.repeat(65) } }],
    [422, 'invalid_value', 'metadata', { body: { ...body, metadata: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, 'v'])) } }],
  ])('%s %s %s', async (status, code, param, call) => {
    const token = await caller();
    const before = await countRows('identity_checks');
    const answer = await post(token, call);
    const { error } = answer.json;
    expect([answer.status, error.code, error.param]).toEqual([status, code, param]);
    expect(answer.text).not.toMatch(/wilhelmina|ockham|llanfairpwll|ll61 5uj/i);
    expect(await countRows('identity_checks')).toBe(before);
  }); // prettier-ignore

  it('400 for what a list cannot use', async () => {
    const token = await caller();
    for (const search of ['cursor=x.y', 'limit=0', 'colour=red', 'reference=%00', 'status=created']) {
      expect((await list(token, `?${search}`)).status).toBe(400);
    }
  });

  it('403 without the scope', async () => {
    const token = await caller(['identity:read']);
    const refused = await post(token);
    expect([refused.status, refused.json.error.code]).toEqual([403, 'insufficient_scope']);
    expect(refused.headers.get('www-authenticate')).toContain('scope="identity:write"');
    expect((await list(await caller(['identity:write']))).status).toBe(403);
  });

  it('404 for a stranger, a missing and a malformed id alike', async () => {
    const { id } = (await post(await caller())).json;
    const stranger = await caller();
    for (const asked of [id, 'idc_01kc2m3n4p5q6r7s8t9v0w1x2y', 'app_01kc2m3n4p5q6r7s8t9v0w1x2y', 'x']) {
      const answer = await get(stranger, asked);
      expect([answer.status, answer.json.error.code]).toEqual([404, 'resource_not_found']);
    }
    expect((await list(stranger)).json.data).toEqual([]);
  });

  it('405 for what the routes do not answer', async () => {
    const handlers: [RouteHandler, string][] = [
      [checks.DELETE, 'GET, HEAD, POST'],
      [one.POST, 'GET, HEAD'],
    ];
    for (const [handler, allow] of handlers) {
      const answer = await callRoute(handler, { method: 'DELETE', path });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    }
  });

  it('429 beyond the sub-limit of five', async () => {
    const token = await caller();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(token)));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    for (const { json, headers } of limited) {
      expect([json.error.code, Number(headers.get('retry-after')) >= 1]).toEqual(['rate_limited', true]);
    }
  });
});
