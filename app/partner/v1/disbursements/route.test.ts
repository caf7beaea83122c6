// Disbursements over the whole pipeline, one block per status (contract §3, §5, §6, §8).
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/core/scopes';
import { disbursementSchema } from '@/lib/disbursements';
import { accepted, confirmPayee, payee } from '@/lib/disbursements/testing';
import {
  callRoute,
  countRows,
  createClient,
  createProject,
  ownerQuery,
  type ProjectOptions,
  type RouteCall,
} from '@/lib/testing';
import * as application from '../applications/[id]/route';
import * as withdrawal from '../applications/[id]/withdraw/route';
import * as one from './[id]/route';
import * as cancellation from './[id]/cancel/route';
import * as disbursements from './route';

const path = '/partner/v1/disbursements';

async function caller({ scopes, ...options }: ProjectOptions & { scopes?: readonly Scope[] } = {}) {
  const project = await createProject(options);
  return { project, token: await (await createClient(project)).mint(scopes) };
}
type Caller = Awaited<ReturnType<typeof caller>>;

const post = (token: string, body: unknown, call: Partial<RouteCall> = {}) =>
  callRoute(disbursements.POST, { method: 'POST', path, token, idempotencyKey: randomUUID(), body, ...call });
const list = (token: string, search = '') => callRoute(disbursements.GET, { path: path + search, token });
const get = (token: string, id: string) =>
  callRoute(one.GET, { path: `${path}/${id}`, params: { id }, token });
const cancel = (token: string, id: string) =>
  callRoute(cancellation.POST, {
    method: 'POST',
    path: `${path}/${id}/cancel`,
    params: { id },
    token,
    idempotencyKey: randomUUID(),
  });
const withdraw = (token: string, id: string) =>
  callRoute(withdrawal.POST, {
    method: 'POST',
    path: `/partner/v1/applications/${id}/withdraw`,
    params: { id },
    token,
    idempotencyKey: randomUUID(),
  });
const readApplication = (token: string, id: string) =>
  callRoute(application.GET, { path: `/partner/v1/applications/${id}`, params: { id }, token });

async function asked(by?: Caller) {
  const { project, token } = by ?? (await caller());
  const applicationId = await accepted(project);
  const body = { application_id: applicationId, payee, metadata: { desk: 'north' }, reference: 'order-7' };
  return { project, token, applicationId, body, answer: await post(token, body) };
}

describe('a request', () => {
  it('201, 200: ask, read, list', async () => {
    const { token, applicationId, answer } = await asked();
    expect(answer.status).toBe(201);
    expect(disbursementSchema.parse(answer.json)).toMatchObject({
      object: 'disbursement',
      livemode: false,
      status: 'requested',
      application_id: applicationId,
      amount_pence: 2_500_000,
      currency: 'GBP',
      payee: { account_name: 'Healthy Ltd', sort_code: '12-34-56', account_number: '••••0001' },
      payee_check: 'pending',
      progress: { approvals: 0, required: 2 },
      partner_note: null,
      reference: 'order-7',
      metadata: { desk: 'north' },
    });
    expect(answer.headers.get('ratelimit-policy')).toContain('"disbursements.create";q=2;w=1');
    const { id } = answer.json;
    expect((await get(token, id)).json).toEqual(answer.json);
    expect((await readApplication(token, applicationId)).json.disbursement_id).toBe(id);
    await confirmPayee(id);
    const checked = (await get(token, id)).json;
    expect(checked.payee_check).toBe('match');
    for (const search of [
      '',
      '?status=requested',
      '?reference=order-7',
      '?status=requested&reference=order-7',
    ]) {
      expect((await list(token, search)).json).toEqual({
        object: 'list',
        data: [checked],
        next_cursor: null,
      });
    }
    expect((await list(token, '?status=settled')).json.data).toEqual([]);
    expect((await list(token, '?created_after=2999-01-01T00:00:00Z')).json.data).toEqual([]);
  });

  it.each(['123456', '12 34 56', ' 12-34 - 56 '])('201: reads the sort code %j', async (sortCode) => {
    const { project, token } = await caller();
    const body = { application_id: await accepted(project), payee: { ...payee, sort_code: sortCode } };
    expect((await post(token, body)).json.payee.sort_code).toBe('12-34-56');
  });

  it('201: folds case, punctuation and legal form; the reference is the application’s', async () => {
    const { project, token } = await caller();
    const body = {
      application_id: await accepted(project),
      payee: { ...payee, account_name: 'HEALTHY, LIMITED.' },
    };
    const answer = await post(token, body);
    expect([answer.status, answer.json.reference]).toEqual([201, null]);
  });

  it('tells of itself without the payee, and keeps the account encrypted', async () => {
    const { answer } = await asked();
    const [event] = await ownerQuery<{ type: string; object: object }>(
      'SELECT type, object FROM events WHERE object_id = $1',
      [answer.json.id],
    );
    expect(event?.type).toBe('disbursement.requested');
    expect(event?.object).not.toHaveProperty('payee');
    const [row] = await ownerQuery<{ text: string }>('SELECT d::text AS text FROM disbursements d');
    expect(row?.text).not.toContain('12340001');
    expect(row?.text).not.toContain(Buffer.from('12340001').toString('hex'));
  });

  it('replays byte for byte, and makes one of many', async () => {
    const { project, token } = await caller({ livemode: true });
    const body = { application_id: await accepted(project), payee };
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(token, body, { idempotencyKey })),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    const again = await post(token, body, { idempotencyKey });
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([made[0]?.text, 'true']);
    expect(await countRows('disbursements', 'project_id = $1', [project.id])).toBe(1);
  });
});

describe('cancel and withdraw', () => {
  it('200: cancels, and frees the application', async () => {
    const { token, body, answer } = await asked();
    const cancelled = await cancel(token, answer.json.id);
    expect([cancelled.status, cancelled.json.status]).toEqual([200, 'cancelled']);
    expect((await cancel(token, answer.json.id)).json.error.code).toBe('invalid_state');
    expect((await post(token, body)).status).toBe(201);
  });

  it('200: a withdrawal cancels what nobody has released', async () => {
    const { token, applicationId, answer } = await asked();
    expect((await withdraw(token, applicationId)).json.status).toBe('withdrawn');
    expect((await get(token, answer.json.id)).json.status).toBe('cancelled');
  });
});

describe('refusals', () => {
  it('400: an unknown field, a key that is missing', async () => {
    const { token } = await caller();
    expect((await post(token, { application_id: 'app_x', payee, amount_pence: 1 })).json.error).toMatchObject(
      {
        code: 'unknown_field',
        param: 'amount_pence',
      },
    );
    const body = { application_id: 'app_x', payee };
    const answer = await callRoute(disbursements.POST, { method: 'POST', path, token, body });
    expect(answer.json.error.code).toBe('idempotency_key_missing');
  });

  it.each([
    ['payee', {}, 'parameter_missing'],
    ['payee.sort_code', { payee: { ...payee, sort_code: '12-34-5' } }, 'invalid_value'],
    ['payee.sort_code', { payee: { ...payee, sort_code: '12/34/56' } }, 'invalid_value'],
    ['payee.account_number', { payee: { ...payee, account_number: '1234000' } }, 'invalid_value'],
    ['payee.account_number', { payee: { ...payee, account_number: 12_340_001 } }, 'invalid_value_type'],
    ['payee.account_name', { payee: { ...payee, account_name: '' } }, 'invalid_value'],
  ])('422: %s in %j', async (param, fields, code) => {
    const { token } = await caller();
    const answer = await post(token, { application_id: 'app_x', ...fields });
    expect([answer.status, answer.json.error.param, answer.json.error.code]).toEqual([422, param, code]);
  });

  it.each(['Healthy', 'Healthy PLC', 'Ada Lovelace'])('422: %s is not the borrower', async (name) => {
    const { project, token } = await caller();
    const body = { application_id: await accepted(project), payee: { ...payee, account_name: name } };
    const answer = await post(token, body);
    expect(answer.status).toBe(422);
    expect(answer.json.error).toMatchObject({ code: 'payee_not_verified', param: 'payee.account_name' });
    expect(await countRows('disbursements', 'project_id = $1', [project.id])).toBe(0);
  });

  it('403: without the scope; asking is not reading', async () => {
    const { token } = await caller({ scopes: ['disbursements:read'] });
    expect((await post(token, {})).json.error.code).toBe('insufficient_scope');
    const writer = await caller({ scopes: ['disbursements:write'] });
    expect((await list(writer.token)).json.error.code).toBe('insufficient_scope');
  });

  it('404: a foreign or unknown application or disbursement, in the same words', async () => {
    const { applicationId, answer } = await asked();
    const { token } = await caller();
    const foreign = await post(token, { application_id: applicationId, payee });
    const unknown = await post(token, { application_id: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y', payee });
    expect([foreign.status, foreign.json.error.code]).toEqual([404, 'resource_not_found']);
    expect(foreign.json.error.message).toBe(unknown.json.error.message);
    for (const call of [get, cancel]) {
      expect((await call(token, answer.json.id)).status).toBe(404);
      expect((await call(token, 'dsb_1')).status).toBe(404);
    }
  });

  it('409: a second one while the first lives; no accepted offer', async () => {
    const { project, token, applicationId, body } = await asked(await caller({ livemode: true }));
    expect((await post(token, body)).json.error.code).toBe('duplicate_disbursement');
    await withdraw(token, applicationId);
    expect((await post(token, body)).json.error.code).toBe('invalid_state');
    expect(await countRows('disbursements', 'project_id = $1', [project.id])).toBe(1);
  });

  it('409: 20 different requests for one application make one', async () => {
    const { project, token } = await caller({ livemode: true });
    const body = { application_id: await accepted(project), payee };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(token, body)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array<number>(19).fill(409)]); // prettier-ignore
  });

  it('429: more than two a second', async () => {
    const { token } = await caller();
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(token, {})));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});
