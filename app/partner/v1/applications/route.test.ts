// Applications and decisions over the whole pipeline, one block per status (contract §3, §5, §6, §8).
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reviewApplication } from '@/lib/applications';
import { callRoute, countRows, createClient, createProject, type RouteCall } from '@/lib/testing';
import * as accept from './[id]/accept/route';
import * as one from './[id]/route';
import * as submit from './[id]/submit/route';
import * as withdraw from './[id]/withdraw/route';
import * as refresh from '../decisions/[id]/refresh/route';
import * as decision from '../decisions/[id]/route';
import { GET, POST } from './route';

const body = {
  business: { company_number: '00000401' },
  amount_pence: 2_500_000,
  term_months: 12,
  applicant: { email: 'director@example.com', first_name: 'Ada' },
};
const post = (token: string, call: Omit<RouteCall, 'path'> = {}) =>
  callRoute(POST, {
    method: 'POST',
    path: '/partner/v1/applications',
    token,
    idempotencyKey: randomUUID(),
    body,
    ...call,
  });
const signal = new AbortController().signal;
const review = (applicationId: string, version: number) =>
  reviewApplication({ applicationId, version }, { signal, attempt: 1 });

async function caller() {
  const client = await createClient(await createProject());
  return client.mint();
}

/** A call of a route with one id in its path. */
const to = (
  handlers: { GET: unknown; POST: unknown },
  method: 'GET' | 'POST',
  path: string,
  id: string,
  token: string,
  sent?: unknown,
) =>
  callRoute(handlers[method] as typeof POST, {
    method,
    path: `/partner/v1/${path}`,
    params: { id },
    token,
    ...(method === 'POST' && { idempotencyKey: randomUUID() }),
    ...(sent !== undefined && { body: sent }),
  });

describe('the main job', () => {
  it('201, 200, 202: open, decide, refresh, accept, withdraw', async () => {
    const token = await caller();
    const created = await post(token);
    expect(created.status).toBe(201);
    const { id, decision_id: decisionId } = created.json;
    expect((await to(one, 'GET', `applications/${id}`, id, token)).json).toEqual(created.json);
    const early = await to(decision, 'GET', `decisions/${id}`, id, token);
    expect([early.status, early.json.error.code, early.headers.get('retry-after')]).toEqual([
      409,
      'decision_not_ready',
      '1',
    ]);
    await review(id, 1);
    const decided = await to(decision, 'GET', `decisions/${decisionId}`, decisionId, token);
    expect(decided.json).toMatchObject({ id: decisionId, outcome: 'approved', version: 1 });
    const renewed = await to(refresh, 'POST', `decisions/${id}/refresh`, id, token);
    expect([renewed.status, renewed.json.refresh_pending]).toEqual([202, true]);
    await review(id, 2);
    const latest = await to(decision, 'GET', `decisions/${id}?version=2`, id, token);
    const acceptance = {
      offer_id: latest.json.offers[0].id,
      accepted_by: { name: 'Ada', email: 'ada@example.com' },
    };
    const accepted = await to(accept, 'POST', `applications/${id}/accept`, id, token, acceptance);
    expect([accepted.status, accepted.json.status]).toEqual([200, 'accepted']);
    const withdrawn = await to(withdraw, 'POST', `applications/${id}/withdraw`, id, token, {});
    expect([withdrawn.status, withdrawn.json.status]).toEqual([200, 'withdrawn']);
    const list = await callRoute(GET, { path: '/partner/v1/applications?status=withdrawn', token });
    expect(list.json).toEqual({ object: 'list', data: [withdrawn.json], next_cursor: null });
  });

  it('replays byte for byte, and makes one of many', async () => {
    const token = await caller();
    const idempotencyKey = randomUUID();
    const before = await countRows('applications');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(token, { idempotencyKey })));
    const first = answers.find(
      ({ status, headers }) => status === 201 && !headers.has('idempotency-replayed'),
    );
    for (const { status, text, json } of answers) {
      if (status === 201) expect(text).toBe(first?.text);
      else expect(json.error.code).toMatch(/idempotency_key_in_progress|rate_limited/);
    }
    expect(await countRows('applications')).toBe(before + 1);
    expect(await countRows('audit_entries', 'object_id = $1', [first?.json.id])).toBe(1);
  });
});

describe('refusals', () => {
  it.each([
    ['400', 'idempotency_key_missing', { idempotencyKey: undefined }],
    ['400', 'unknown_field', { body: { ...body, colour: 'red' } }],
    [
      '400',
      'invalid_json',
      { body: '{"reference":"\\u0000"}', headers: { 'content-type': 'application/json' } },
    ],
    ['422', 'invalid_amount', { body: { ...body, amount_pence: 1 } }],
    ['422', 'invalid_company_number', { body: { ...body, business: { company_number: '00000409' } } }],
  ])('%s %s', async (status, code, call) => {
    const token = await caller();
    const before = await countRows('applications');
    const answer = await post(token, call);
    expect([String(answer.status), answer.json.error.code]).toEqual([status, code]);
    expect(await countRows('applications')).toBe(before);
  });

  it('404 for a stranger, 409 for the wrong state', async () => {
    const [token, stranger] = [await caller(), await caller()];
    const { id } = (await post(token)).json;
    expect((await to(one, 'GET', `applications/${id}`, id, stranger)).json.error.code).toBe(
      'resource_not_found',
    );
    expect((await to(submit, 'POST', `applications/${id}/submit`, id, stranger)).status).toBe(404);
    const again = await to(submit, 'POST', `applications/${id}/submit`, id, token);
    expect([again.status, again.json.error.code]).toEqual([409, 'invalid_state']);
    for (const search of ['cursor=x.y', 'limit=0', 'colour=red', 'reference=%00', 'status=open']) {
      expect((await callRoute(GET, { path: `/partner/v1/applications?${search}`, token })).status).toBe(400);
    }
  });
});
