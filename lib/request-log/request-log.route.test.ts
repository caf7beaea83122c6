// From a call on the pipeline to the row that the portal shows.
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import * as applications from '@/app/partner/v1/applications/route';
import * as project from '@/app/partner/v1/project/route';
import * as token from '@/app/partner/v1/oauth/token/route';
import { flushUsage } from '@/lib/usage';
import {
  applicationQuery,
  callRoute,
  countRows,
  createClient,
  createProject,
  ownerQuery,
  type TestClient,
} from '@/lib/testing';
import { generousLimits } from '@/lib/testing/factories';
import type { ProjectSnapshot } from '@/lib/core/project';
import { newId } from '@/lib/core/ids';
import { flushRequestLog } from '.';
import { insertEntries } from './repository/write';
import type { EntryRow } from './to-row';

let home: ProjectSnapshot;
let client: TestClient;
let accessToken: string;

beforeAll(async () => {
  home = await createProject();
  client = await createClient(home);
  accessToken = await client.mint();
});

async function rowOf(requestId: string): Promise<EntryRow | undefined> {
  await flushRequestLog();
  const [row] = await ownerQuery<EntryRow & { id: string }>(
    'SELECT * FROM request_log_entries WHERE id = $1',
    [requestId],
  );
  return row;
}

const idOf = (answer: { headers: Headers }) => answer.headers.get('credicorp-request-id') ?? '';

const body = {
  business: { company_number: '00000401' },
  amount_pence: 2_500_000,
  term_months: 12,
  applicant: { email: 'canary-person@example.com', first_name: 'Canaryname' },
  aplicant: { email: 'other-canary@example.com', remark: 'Canaryremark' },
  reference: 'order-1',
};

it('keeps what was sent and what was answered, without the person and the token', async () => {
  const { aplicant: _, ...sound } = body;
  const answer = await callRoute(applications.POST, {
    method: 'POST', path: '/partner/v1/applications', body: sound, token: accessToken, idempotencyKey: 'key-1', remoteAddress: '192.0.2.7',
  }); // prettier-ignore
  expect(answer.status).toBe(201);
  const row = await rowOf(idOf(answer));
  expect(row).toMatchObject({
    project_id: home.id,
    method: 'POST',
    route: '/partner/v1/applications',
    operation_id: 'createApplication',
    status: 201,
    client_id: client.clientId,
    credential_id: client.credentialId,
    authenticated: true,
    address: '192.0.2.7',
    object_id: answer.json.id,
    idempotency_key: 'key-1',
    request_body_note: 'whole',
    response_body_note: 'whole',
  });
  expect(JSON.parse(row!.request_body!)).toMatchObject({ reference: 'order-1', applicant: 'redacted' });
  expect(row!.detail.timings_us).toHaveProperty('handle');
  expect(row!.detail.budget[0]).toMatchObject({ policy: 'project', before: 50, after: 49 });
  const stored = JSON.stringify(row);
  expect(stored).not.toMatch(/canary/i);
  expect(stored).not.toContain(accessToken.slice(-20));
});

it('keeps nothing of fields that the API does not know', async () => {
  const answer = await callRoute(applications.POST, {
    method: 'POST', path: '/partner/v1/applications', body, token: accessToken, idempotencyKey: 'key-2',
  }); // prettier-ignore
  expect(answer.status).toBe(400);
  const row = await rowOf(idOf(answer));
  expect(row).toMatchObject({ error_code: 'unknown_field', error_param: 'aplicant' });
  expect(JSON.stringify(row)).not.toMatch(/canary/i);
});

it('shows a refusal of the token endpoint in the log of the project whose client it names', async () => {
  const answer = await callRoute(token.POST, {
    method: 'POST',
    path: '/partner/v1/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `grant_type=client_credentials&client_id=${client.clientId}&client_secret=csk_sbx_canarysecret`,
  });
  expect(answer.status).toBe(401);
  const row = await rowOf(idOf(answer));
  expect(row).toMatchObject({
    project_id: home.id,
    client_id: client.clientId,
    credential_id: null,
    authenticated: false,
    error_code: 'invalid_client',
  });
  expect(JSON.stringify(row)).not.toContain('canary');
});

it('shows a token that is refused in the log of the project whose client it names', async () => {
  const [head, payload] = accessToken.split('.');
  const answer = await callRoute(project.GET, {
    path: '/partner/v1/project',
    token: `${head}.${payload}.AAAA`,
  });
  expect(answer.status).toBe(401);
  expect(await rowOf(idOf(answer))).toMatchObject({ project_id: home.id, authenticated: false });
  const stranger = await callRoute(project.GET, { path: '/partner/v1/project' });
  expect(await rowOf(idOf(stranger))).toBeUndefined();
});

it('keeps no token and no secret of a grant', async () => {
  const answer = await callRoute(token.POST, {
    method: 'POST',
    path: '/partner/v1/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.clientSecret}`,
  });
  expect(answer.status).toBe(200);
  const row = await rowOf(idOf(answer));
  expect(row).toMatchObject({ authenticated: true, credential_id: client.credentialId });
  expect(JSON.stringify(row)).not.toContain(client.clientSecret);
  expect(JSON.stringify(row)).not.toContain(answer.json.access_token);
});

it('counts every call of a minute exactly, and stores ten refusals a second', async () => {
  const small = await createProject({
    livemode: true,
    limits: { ...generousLimits, bucket: { ratePerSecond: 1, burst: 3 } },
  });
  const caller = await createClient(small);
  const encoded = await caller.mint();
  const calls = 60;
  const statuses: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    statuses.push((await callRoute(project.GET, { path: '/partner/v1/project', token: encoded })).status);
  }
  await flushRequestLog();
  await flushUsage();
  const refused = statuses.filter((status) => status === 429).length;
  const [usage] = await ownerQuery<{ calls: number; refused: number; timed: number }>(
    `SELECT sum(calls)::int AS calls, sum(calls) FILTER (WHERE status = 429)::int AS refused,
            sum((SELECT sum(b) FROM unnest(buckets) AS b))::int AS timed
     FROM usage_minutes WHERE project_id = $1`,
    [small.id],
  );
  expect(usage).toEqual({ calls, refused, timed: calls });
  const stored = await countRows('request_log_entries', 'project_id = $1 AND status = 429', [small.id]);
  const [omitted] = await ownerQuery<{ calls: number }>(
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM request_log_omissions WHERE project_id = $1 AND reason = 'throttled'`,
    [small.id],
  );
  expect(stored + omitted!.calls).toBe(refused);
  expect(omitted!.calls).toBeGreaterThan(0);
  // A second call of a flush adds to the same rows.
  await callRoute(project.GET, { path: '/partner/v1/project', token: encoded });
  await flushUsage();
  const [again] = await ownerQuery<{ calls: number }>(
    'SELECT sum(calls)::int AS calls FROM usage_minutes WHERE project_id = $1',
    [small.id],
  );
  expect(again!.calls).toBe(calls + 1);
});

it('notes the first success of a project and the last call of a credential', async () => {
  await flushUsage();
  const [success] = await ownerQuery<{ request_id: string }>(
    'SELECT request_id FROM first_successes WHERE project_id = $1',
    [home.id],
  );
  expect(success?.request_id).toMatch(/^req_/);
  const [last] = await ownerQuery<{ operation_id: string }>(
    'SELECT operation_id FROM credential_last_calls WHERE credential_id = $1',
    [client.credentialId],
  );
  expect(last?.operation_id).toBe('createAccessToken');
});

it('is written without being asked', async () => {
  const answer = await callRoute(project.GET, { path: '/partner/v1/project', token: accessToken });
  const find = () => countRows('request_log_entries', 'id = $1', [idOf(answer)]);
  for (let i = 0; i < 40 && (await find()) === 0; i += 1) await setTimeout(50);
  expect(await find()).toBe(1);
});

it('is read by its filters, newest first, and by nobody else', async () => {
  const { listRequests, readRequest, listErrorGroups } = await import('.');
  const ctx = { project: home };
  const all = await listRequests({ ctx, input: { limit: 2 } });
  expect(all.data).toHaveLength(2);
  expect(all.data[0]!.id > all.data[1]!.id).toBe(true);
  const next = await listRequests({ ctx, input: { limit: 2, cursor: all.next_cursor! } });
  expect(next.data[0]!.id < all.data[1]!.id).toBe(true);
  const only = async (filter: object) => (await listRequests({ ctx, input: { limit: 50, ...filter } })).data;
  expect((await only({ idempotency_key: 'key-1' })).map(({ status }) => status)).toEqual([201]);
  expect((await only({ code: 'unknown_field', status_class: '4xx', method: 'POST' })).length).toBe(1);
  expect((await only({ status: 401 })).every(({ authenticated }) => !authenticated)).toBe(true);
  expect(await only({ created_before: '2020-01-01T00:00:00Z' })).toEqual([]);
  const [created] = await only({ idempotency_key: 'key-1' });
  const detail = await readRequest({ ctx, input: { id: created!.id } });
  expect(detail.events.map(({ type }) => type)).toContain('application.created');
  expect(detail.acts.map(({ act }) => act)).toContain('application.create');
  expect(await listErrorGroups({ ctx, input: {} })).toContainEqual(
    expect.objectContaining({ code: 'unknown_field', param: 'aplicant', calls: 1 }),
  );
  const stranger = { project: await createProject() };
  await expect(readRequest({ ctx: stranger, input: { id: created!.id } })).rejects.toMatchObject({
    code: 'resource_not_found',
  });
  expect((await listRequests({ ctx: stranger, input: { limit: 5 } })).data).toEqual([]);
});

it('tells a watcher of a call within a second or so, also when it is refused', async () => {
  const { watchRequests } = await import('.');
  const ended = new AbortController();
  const watched = watchRequests(home.id, { signal: ended.signal });
  const first = watched.next();
  await setTimeout(100);
  const answer = await callRoute(project.GET, { path: '/partner/v1/project', token: accessToken });
  expect((await first).value).toMatchObject({ id: idOf(answer), status: 200 });
  ended.abort();
  expect((await watched.next()).done).toBe(true);
});

it('gives the product neither tables to make nor rows to change', async () => {
  await expect(applicationQuery('DELETE FROM request_log_entries')).rejects.toThrow(/permission denied/);
  await expect(applicationQuery('UPDATE request_log_entries SET status = 200')).rejects.toThrow(
    /permission denied/,
  );
  await expect(applicationQuery('CREATE TABLE mine ()')).rejects.toThrow(/permission denied/);
});

it('drops the days that are more than 30 days ago, and no other', async () => {
  await ownerQuery(
    `CREATE TABLE request_log_entries_20200101 PARTITION OF request_log_entries
     FOR VALUES FROM (request_id_floor('2020-01-01Z')) TO (request_id_floor('2020-01-02Z'))`,
  );
  const before = await countRows('request_log_entries');
  const [row] = await applicationQuery<{ dropped: number }>(
    'SELECT request_log_drop_partitions() AS dropped',
  );
  expect(row?.dropped).toBe(1);
  expect(await countRows('request_log_entries')).toBe(before);
});

const sound = { project_id: 'prj_x', at: new Date().toISOString(), method: 'GET', path: '/', route: '/', operation_id: 'x', status: 200, status_class: 2, error_code: null, error_param: null, client_id: null, credential_id: null, authenticated: true, address: null, object_id: null, idempotency_key: null, replayed: false, duration_us: 1, detail: { request_headers: [], response_headers: [], timings_us: {}, budget: [] }, request_body: null, request_body_note: 'empty', response_body: null, response_body_note: 'empty' } as const; // prettier-ignore

it.each([
  ['request_log_entries_id_shape', { id: `${newId('req').slice(0, -1)}U` }],
  ['request_log_entries_status_class', { status_class: 4 }],
  ['request_log_entries_body_notes', { request_body_note: 'other' as 'whole' }],
])('has the constraint %s', async (name, change) => {
  await expect(insertEntries([{ ...sound, id: newId('req'), ...change }])).rejects.toThrow(name);
});

it.each([
  ['request_log_omissions_calls', `INSERT INTO request_log_omissions VALUES ($1, now(), 'throttled', 0)`],
  ['usage_minutes_calls', `INSERT INTO usage_minutes VALUES ($1, date_trunc('minute', now()), 'x', 200, '', '', 0, 0, array_fill(0, ARRAY[15]))`],
  ['usage_minutes_whole_minute', `INSERT INTO usage_minutes VALUES ($1, '2026-01-01 00:00:01Z', 'x', 200, '', '', 1, 0, array_fill(0, ARRAY[15]))`],
  ['usage_minutes_buckets', `INSERT INTO usage_minutes VALUES ($1, '2026-01-01 00:00:00Z', 'x', 200, '', '', 1, 0, '{1}')`],
])('has the constraint %s', async (name, sql) => {
  await expect(applicationQuery(sql, [home.id])).rejects.toThrow(name);
}); // prettier-ignore
