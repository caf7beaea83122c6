// Payment links over the whole pipeline, one block per status (contract §3, §5, §6, §8), and the provider's callback.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POST as receive } from '@/app/api/pisp/[provider]/callback/route';
import { paymentLinkSchema, startPayment } from '@/lib/payment-links';
import { attemptIdOf, callback, tokenOf } from '@/lib/payment-links/testing';
import { callRoute, countRows, createClient, createProject, type RouteCall } from '@/lib/testing';
import * as cancel from './[id]/cancel/route';
import * as one from './[id]/route';
import { GET, POST } from './route';

const body = { amount_pence: 12_500, reference: 'INV-1001' };
const path = '/partner/v1/payments/links';
const post = (token: string, call: Omit<RouteCall, 'path'> = {}) =>
  callRoute(POST, { method: 'POST', path, token, idempotencyKey: randomUUID(), body, ...call });
const get = (token: string, id: string) =>
  callRoute(one.GET, { path: `${path}/${id}`, params: { id }, token });
const cancelling = (token: string, id: string, call: Partial<RouteCall> = {}) =>
  callRoute(cancel.POST, {
    method: 'POST',
    path: `${path}/${id}/cancel`,
    params: { id },
    token,
    idempotencyKey: randomUUID(),
    ...call,
  });
const caller = async () => (await createClient(await createProject())).mint();
const deliver = ({ provider, signature, body: sent }: ReturnType<typeof callback>) =>
  callRoute(receive as typeof POST, {
    method: 'POST',
    path: `/api/pisp/${provider}/callback`,
    params: { provider },
    headers: { 'pisp-signature': signature, 'content-type': 'application/json' },
    body: sent,
  });

describe('the life of a link', () => {
  it('201, 200: create, read, list, be paid by signed callbacks', async () => {
    const token = await caller();
    const created = await post(token);
    expect(created.status).toBe(201);
    expect(paymentLinkSchema.parse(created.json)).toEqual(created.json);
    const { id } = created.json;
    expect((await get(token, id)).json).toEqual(created.json);
    const { authoriseUrl } = await startPayment({ token: tokenOf(created.json), bankId: 'northbank' });
    const attempt = attemptIdOf(authoriseUrl);
    expect((await get(token, id)).json.status).toBe('authorising');
    expect((await cancelling(token, id)).json.error.code).toBe('invalid_state');
    for (const [status, outcome] of [['settled', 'applied'], ['succeeded', 'nothing_new'], ['settled', 'nothing_new']] as const) {
      const answer = await deliver(callback(attempt, status));
      expect([answer.status, answer.json]).toEqual([200, { outcome }]);
    } // prettier-ignore
    const paid = await get(token, id);
    expect(paid.json).toMatchObject({ status: 'settled', failure_code: null, refund_due_pence: 0 });
    const list = await callRoute(GET, { path: `${path}?status=settled`, token });
    expect(list.json).toEqual({ object: 'list', data: [paid.json], next_cursor: null });
  });

  it('200: cancel, and replay it byte for byte', async () => {
    const token = await caller();
    const { id } = (await post(token)).json;
    const idempotencyKey = randomUUID();
    const first = await cancelling(token, id, { idempotencyKey });
    const again = await cancelling(token, id, { idempotencyKey, body: {} });
    expect([first.status, first.json.status]).toEqual([200, 'cancelled']);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect((await cancelling(token, id)).status).toBe(409);
  });

  it('makes one of many', async () => {
    const token = await caller();
    const idempotencyKey = randomUUID();
    const before = await countRows('payment_links');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(token, { idempotencyKey })));
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ json }) => json.id));
    expect(ids.size).toBe(1);
    expect(await countRows('payment_links')).toBe(before + 1);
    expect(await countRows('audit_entries', 'object_id = $1', [[...ids][0]])).toBe(1);
  });
});

describe('refusals', () => {
  it.each([
    [400, 'idempotency_key_missing', { idempotencyKey: undefined }],
    [400, 'unknown_field', { body: { ...body, colour: 'red' } }],
    [400, 'invalid_json', { body: '{', headers: { 'content-type': 'application/json' } }],
    [422, 'parameter_missing', { body: { amount_pence: 1 } }],
    [422, 'invalid_amount', { body: { ...body, amount_pence: 0 } }],
    [422, 'invalid_value_type', { body: { ...body, amount_pence: '1' } }],
    [422, 'invalid_value', { body: { ...body, reference: 'nineteen characters' } }],
    [422, 'invalid_value', { body: { ...body, return_url: 'http://partner.example' } }],
    [422, 'invalid_email', { body: { ...body, payer: { email: 'ada' } } }],
    [404, 'resource_not_found', { body: { ...body, application_id: 'app_00000000000000000000000000' } }],
  ])('%s %s', async (status, code, call) => {
    const token = await caller();
    const before = await countRows('payment_links');
    const answer = await post(token, call);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(await countRows('payment_links')).toBe(before);
  });

  it('403 without the scope', async () => {
    const client = await createClient(await createProject());
    const [reader, writer] = [await client.mint(['payments:read']), await client.mint(['payments:write'])];
    const { id } = (await post(writer)).json;
    expect((await post(reader)).json.error.code).toBe('insufficient_scope');
    expect((await cancelling(reader, id)).json.error.code).toBe('insufficient_scope');
    expect((await get(writer, id)).json.error.code).toBe('insufficient_scope');
    expect((await callRoute(GET, { path, token: writer })).status).toBe(403);
  });

  it('404 for a stranger, like for a link that is not there', async () => {
    const [token, stranger] = [await caller(), await caller()];
    const { id } = (await post(token)).json;
    const without = (text: string) => text.replaceAll(/req_\w+/g, '');
    for (const ask of [get, cancelling]) {
      const [theirs, missing] = [
        await ask(stranger, id),
        await ask(stranger, 'plk_00000000000000000000000000'),
      ];
      expect([theirs.status, without(theirs.text)]).toEqual([404, without(missing.text)]);
    }
    expect((await get(token, 'app_00000000000000000000000000')).status).toBe(404);
  });

  it('429 beyond the sub-limit', async () => {
    const token = await caller();
    const answers = await Promise.all(Array.from({ length: 14 }, () => post(token)));
    expect(answers.some(({ status, json }) => status === 429 && /limited/.test(json.error.code))).toBe(true);
    expect(answers.every(({ status }) => status === 201 || status === 429)).toBe(true);
  });

  it('401, 404, 413, 422 for callbacks that are not right', async () => {
    const token = await caller();
    const link = (await post(token)).json;
    const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId: 'northbank' });
    const good = callback(attemptIdOf(authoriseUrl), 'settled');
    expect((await deliver({ ...good, signature: good.signature.replace(/.$/, 'x') })).status).toBe(401);
    expect((await deliver({ ...good, body: good.body.replace('settled', 'failed') })).status).toBe(401);
    expect((await deliver({ ...good, provider: 'nobody' })).status).toBe(401);
    expect((await deliver({ ...good, body: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await deliver(callback('pat_00000000000000000000000000', 'settled'))).status).toBe(404);
    expect((await deliver(callback(attemptIdOf(authoriseUrl), 'settled', { amountPence: 1 }))).status).toBe(
      422,
    );
    expect((await get(token, link.id)).json.status).toBe('authorising');
  });
});
