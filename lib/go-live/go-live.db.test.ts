// The checklist ticks by traffic and un-ticks by newer traffic; requests are open once and decided once.
import { expect, it } from 'vitest';
import type { StaffActor } from '@/lib/core/actor';
import { handCredentialId } from '@/lib/core/hand-credential';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { findProject } from '@/lib/projects';
import { maintainRequestLog } from '@/lib/request-log';
import { applicationQuery, createProject, ownerQuery } from '@/lib/testing';
import { countCall, flushUsage } from '@/lib/usage';
import {
  askForLive,
  askForTier,
  decideProjectRequest,
  listProjectRequests,
  readChecklist,
  readProfile,
  saveProfile,
  verifyPartner,
} from '.';

const staff: StaffActor = { kind: 'staff', personId: newId('usr'), sessionId: 'session' };
const profile = {
  legal_name: 'Partner Limited',
  company_number: '00000401',
  website: 'https://partner.example/',
  contact_name: 'Ada',
  contact_email: 'ada@partner.example',
  security_email: 'security@partner.example',
};

async function logged(projectId: string, fields: Record<string, unknown>, at = Date.now()): Promise<string> {
  await maintainRequestLog();
  const id = newId('req');
  const row = { id, project_id: projectId, at: new Date(at).toISOString(), method: 'POST', path: '/', route: '/partner/v1/applications', operation_id: 'createApplication', status: 201, client_id: 'cid_sbx_x', authenticated: true, replayed: false, duration_us: 1, detail: { response_headers: [['retry-after', '2']] }, request_body_note: 'empty', response_body_note: 'empty', ...fields }; // prettier-ignore
  await ownerQuery(
    `INSERT INTO request_log_entries SELECT * FROM jsonb_populate_record(NULL::request_log_entries, $1)`,
    [JSON.stringify({ ...row, status_class: Math.floor(row.status / 100) })],
  );
  return id;
}
const updatedOf = async (partnerId: string) =>
  (
    await ownerQuery<{ updated_at: Date }>('SELECT updated_at FROM partner_profiles WHERE partner_id = $1', [
      partnerId,
    ])
  )[0]!.updated_at.toISOString();
const verify = async (partnerId: string, updated?: string) => {
  const input = {
    partnerId,
    updated: updated ?? (await updatedOf(partnerId)),
    note: 'Register and website agree.',
  };
  return withTransaction((tx) => verifyPartner({ ctx: { tx, actor: staff }, input }));
};
const itemOf = async (projectId: string, id: string) =>
  (await readChecklist(projectId)).items.find((item) => item.id === id);
const next = () => new Promise((resolve) => setTimeout(resolve, 2)); // ids sort by the millisecond

it('ticks writes with keys, and no longer once one came without', async () => {
  const { id } = await createProject();
  expect((await readChecklist(id)).items.every(({ passed }) => !passed)).toBe(true);
  const keyed = await logged(id, { idempotency_key: 'k' });
  expect(await itemOf(id, 'idempotency_keys')).toMatchObject({ passed: true, proof: { id: keyed } });
  const bare = await logged(id, {});
  expect(await itemOf(id, 'idempotency_keys')).toMatchObject({ passed: false, counter_proof: { id: bare } });
});

it('ticks a 429 that was waited out, and an error that was mended', async () => {
  const { id } = await createProject();
  const now = Date.now();
  const refused = await logged(id, { status: 429, error_code: 'rate_limited' }, now);
  await next();
  expect(await itemOf(id, 'throttle_waited_out')).toMatchObject({ passed: false });
  await logged(id, { status: 400, error_code: 'unknown_field' }, now + 2_500);
  expect(await itemOf(id, 'throttle_waited_out')).toMatchObject({ passed: true, proof: { id: refused } });
  expect(await itemOf(id, 'error_handled')).toMatchObject({ passed: false });
  await next();
  await logged(id, { status: 201 }, now + 4_000);
  expect(await itemOf(id, 'error_handled')).toMatchObject({ passed: true });
  await next();
  await logged(id, { status: 429 }, now + 5_000);
  await next();
  await logged(id, {}, now + 5_100);
  expect(await itemOf(id, 'throttle_waited_out')).toMatchObject({ passed: false });
});

it('takes nothing that a person sent by hand for what a program does', async () => {
  const { id } = await createProject();
  const byHand = { credential_id: handCredentialId(id), idempotency_key: 'k' };
  const now = Date.now();
  await logged(id, { ...byHand, status: 422, error_code: 'invalid_amount' }, now);
  await next();
  await logged(id, { ...byHand, operation_id: 'requestDisbursement' }, now + 10);
  await logged(id, byHand, now + 20);
  expect((await readChecklist(id)).items.every(({ passed }) => !passed)).toBe(true);

  await next();
  const refused = await logged(id, { status: 429, error_code: 'rate_limited' }, now + 1_000);
  await next();
  await logged(id, { ...byHand, idempotency_key: null }, now + 1_100); // neither a lack of patience nor of a key
  await next();
  await logged(id, { idempotency_key: 'k' }, now + 4_000);
  expect(await itemOf(id, 'throttle_waited_out')).toMatchObject({ passed: true, proof: { id: refused } });
  expect(await itemOf(id, 'idempotency_keys')).toMatchObject({ passed: true, counter_proof: null });
});

it('asks for a live project once, and opens it by a decision of staff', async () => {
  const sandbox = (await findProject((await createProject()).id))!;
  const ask = () =>
    withTransaction((tx) =>
      askForLive({ ctx: { tx, actor: staff, project: sandbox }, input: { name: 'Live', reason: 'Ready' } }),
    );
  await expect(ask()).rejects.toMatchObject({ code: 'invalid_state' });
  await withTransaction((tx) =>
    saveProfile({ ctx: { tx, actor: staff }, input: { partnerId: sandbox.partnerId, profile } }),
  );
  expect(await readProfile(sandbox.partnerId)).toEqual(profile);
  const id = await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'invalid_state' });
  const decide = () =>
    withTransaction((tx) =>
      decideProjectRequest({ ctx: { tx, actor: staff }, input: { id, approve: true, note: 'Welcome' } }),
    );
  await expect(decide()).rejects.toMatchObject({
    code: 'invalid_state',
    message: expect.stringMatching(/Verify/) as unknown,
  });
  await verify(sandbox.partnerId);
  const live = await decide();
  expect(await findProject(live!)).toMatchObject({
    livemode: true,
    tier: 'build',
    partnerId: sandbox.partnerId,
  });
  await expect(decide()).rejects.toMatchObject({ code: 'invalid_state' });
  expect(await listProjectRequests({ partnerId: sandbox.partnerId })).toMatchObject([
    { id, status: 'approved', live_project_id: live },
  ]);

  const project = (await findProject(live!))!;
  const tierRequest = () =>
    withTransaction((tx) =>
      askForTier({ ctx: { tx, actor: staff, project }, input: { tier: 'launch', reason: 'Growth' } }),
    );
  const tierId = await tierRequest();
  const whatIf = async () =>
    (await listProjectRequests({ partnerId: sandbox.partnerId })).find(({ id: one }) => one === tierId)
      ?.what_if;
  const asked = await whatIf();
  expect(asked).toMatchObject({ arrivals: 0, tiers: [{ tier: 'build', is_own: true }, { tier: 'launch' }, { tier: 'scale' }] }); // prettier-ignore
  countCall({ projectId: live!, clientId: 'cid', credentialId: undefined, operationId: 'x', status: 200, requestId: newId('req'), at: Date.now(), durationMs: 1, address: undefined, isResourceCall: true, meteredBy: 'project' }); // prettier-ignore
  await flushUsage();
  expect(await whatIf()).toEqual(asked); // as it stood when they asked
  await withTransaction((tx) =>
    decideProjectRequest({ ctx: { tx, actor: staff }, input: { id: tierId, approve: true, note: 'Yes' } }),
  );
  const [event] = await ownerQuery<{ type: string }>('SELECT type FROM events WHERE object_id = $1', [live]);
  expect(event?.type).toBe('project.tier_changed');
});

it('verifies the details that were looked at, once, and no others', async () => {
  const { partnerId } = await createProject();
  const save = (website: string) =>
    withTransaction((tx) =>
      saveProfile({ ctx: { tx, actor: staff }, input: { partnerId, profile: { ...profile, website } } }),
    );
  await save('https://one.example/');
  const seen = await updatedOf(partnerId);
  await next();
  await save('https://two.example/');
  await expect(verify(partnerId, seen)).rejects.toMatchObject({ code: 'invalid_state' });
  await verify(partnerId);
  await expect(verify(partnerId)).rejects.toMatchObject({ code: 'invalid_state' });
  const verifiedBy = async () =>
    (
      await ownerQuery<{ verified_by: string | null }>(
        'SELECT verified_by FROM partner_profiles WHERE partner_id = $1',
        [partnerId],
      )
    )[0]!.verified_by;
  expect(await verifiedBy()).toBe(staff.personId);
  await save('https://two.example/'); // nothing changed
  expect(await verifiedBy()).toBe(staff.personId);
  await save('https://three.example/');
  expect(await verifiedBy()).toBeNull();
  const acts = await ownerQuery(`SELECT FROM audit_entries WHERE object_id = $1 AND act = 'partner.verify'`, [
    partnerId,
  ]);
  expect(acts).toHaveLength(1);
});

it('has the constraint partner_profiles_verified', async () => {
  const { partnerId } = await createProject();
  await withTransaction((tx) => saveProfile({ ctx: { tx, actor: staff }, input: { partnerId, profile } }));
  const half = applicationQuery('UPDATE partner_profiles SET verified_at = now() WHERE partner_id = $1', [
    partnerId,
  ]);
  await expect(half).rejects.toThrow('partner_profiles_verified');
});

it.each([
  ['project_requests_id_shape', `'prq_x', $1, $2, 'live', 'open', NULL, 'x', 'r', '{}', 'u'`],
  ['project_requests_kind_says_what', `'ID', $1, $2, 'live', 'open', 'scale', 'x', 'r', '{}', 'u'`],
  ['project_requests_decided', `'ID', $1, $2, 'live', 'approved', NULL, 'x', 'r', '{}', 'u'`],
])('has the constraint %s', async (name, values) => {
  const { id, partnerId } = await createProject();
  const columns =
    'id, partner_id, project_id, kind, status, tier, project_name, reason, evidence, requested_by';
  const sql = `INSERT INTO project_requests (${columns}) VALUES (${values.replace('ID', newId('prq'))})`;
  await expect(applicationQuery(sql, [partnerId, id])).rejects.toThrow(name);
});

it('has the constraint project_requests_one_open', async () => {
  const { id, partnerId } = await createProject();
  const insert = () =>
    applicationQuery(
      `INSERT INTO project_requests (id, partner_id, project_id, kind, project_name, reason, evidence, requested_by)
       VALUES ($1, $2, $3, 'live', 'x', 'r', '{}', 'u')`,
      [newId('prq'), partnerId, id],
    );
  await insert();
  await expect(insert()).rejects.toThrow('project_requests_one_open');
});
