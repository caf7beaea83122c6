// What the console shows of an account's projects and clients, and what it refuses.
import { expect, it } from 'vitest';
import { open, review } from '@/lib/applications/testing';
import type { PersonActor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { changeScopes, rotateSecret } from '@/lib/oauth';
import { closeProject, createSandboxProject, findProject, renameProject } from '@/lib/projects';
import { applicationQuery, createClient, createPartner, createProject, ownerQuery } from '@/lib/testing';
import { countCall, flushUsage, readMeters, showUsage, usageCsv } from '@/lib/usage';
import { readClients, readProjects, readRotation, readTimeline, searchById } from '.';

const actor: PersonActor = { kind: 'person', personId: newId('usr'), sessionId: 'session' };
const act = <T>(
  work: (ctx: { actor: PersonActor; tx: Parameters<Parameters<typeof withTransaction>[0]>[0] }) => Promise<T>,
) => withTransaction((tx) => work({ actor, tx }));

const create = (partnerId: string, name = 'Mine') =>
  act((ctx) => createSandboxProject({ ctx, input: { partnerId, name } }));

it('makes ten sandbox projects an account at most, however many ask at once', async () => {
  const { id: partnerId } = await createPartner();
  const results = await Promise.allSettled(Array.from({ length: 14 }, () => create(partnerId)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  const [first] = await readProjects(partnerId);
  expect(first).toMatchObject({ name: 'Mine', livemode: false, calls_today: 0 });
  await act((ctx) => closeProject({ ctx, input: { projectId: first!.id } }));
  await create(partnerId, 'In its place');
  expect((await readProjects(partnerId)).map(({ name }) => name)).toContain('In its place');
});

it('has the constraints projects_partner_id_sandbox_slot_key and projects_sandbox_slot_range', async () => {
  const { id: partnerId } = await createPartner();
  const id = await create(partnerId);
  const insert = (slot: number) =>
    applicationQuery(
      `INSERT INTO projects (id, partner_id, name, livemode, tier, sandbox_slot) VALUES ($1, $2, 'x', false, 'build', $3)`,
      [newId('prj'), partnerId, slot],
    );
  await expect(insert(1)).rejects.toThrow('projects_partner_id_sandbox_slot_key');
  await expect(insert(11)).rejects.toThrow('projects_sandbox_slot_range');
  await act((ctx) => renameProject({ ctx, input: { projectId: id, name: 'New name' } }));
  const [audit] = await ownerQuery<{ act: string }>(
    `SELECT act FROM audit_entries WHERE stream = $1 ORDER BY id DESC LIMIT 1`,
    [id],
  );
  expect(audit?.act).toBe('project.rename');
});

const call = (projectId: string, clientId: string, credentialId: string, at: number, status = 200) =>
  countCall({ projectId, clientId, credentialId, operationId: 'listApplications', status, requestId: newId('req'), at, durationMs: 4, address: '192.0.2.9', isResourceCall: true, meteredBy: 'project' }); // prettier-ignore

it('shows who still calls with the old secret, and suggests to retire it only then', async () => {
  const project = await createProject();
  const client = await createClient(project);
  const input = { projectId: project.id, clientId: client.clientId };
  const added = await act((ctx) => rotateSecret({ ctx, input }));
  call(project.id, client.clientId, client.credentialId, Date.now() - 3_600_000);
  call(project.id, client.clientId, added.id, Date.now());
  await flushUsage();
  const busy = await readRotation(project.id, client.clientId);
  expect(busy.credentials.map((c) => [c.id, c.calls_last_day, c.retire_suggested])).toEqual([
    [client.credentialId, 1, false],
    [added.id, 1, false],
  ]);
  expect(busy.credentials[0]!.last_call).toMatchObject({
    address: '192.0.2.9',
    operation: 'listApplications',
  });
  await ownerQuery(
    `UPDATE credential_last_calls SET at = now() - interval '25 hours' WHERE credential_id = $1`,
    [client.credentialId],
  );
  const silent = await readRotation(project.id, client.clientId);
  expect(silent.credentials[0]).toMatchObject({ retire_suggested: true });
  await act((ctx) => changeScopes({ ctx, input: { ...input, scopes: ['applications:read'] } }));
  const [listed] = await readClients(project.id);
  expect(listed).toMatchObject({ scopes: ['applications:read'], dormant: false, calls_last_hour: 1 });
  await expect(readRotation((await createProject()).id, client.clientId)).rejects.toMatchObject({
    code: 'resource_not_found',
  });
});

it('sums usage by step, with throttled calls apart', async () => {
  const project = await createProject();
  const client = await createClient(project);
  const at = Date.parse('2026-03-01T10:00:30Z');
  for (let i = 0; i < 8; i += 1) call(project.id, client.clientId, client.credentialId, at);
  for (let i = 0; i < 2; i += 1) call(project.id, client.clientId, client.credentialId, at + 3_600_000, 429);
  await flushUsage();
  const input = { from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T12:00:00.000Z', step: 'hour' } as const;
  const usage = await showUsage({ ctx: { project }, input });
  expect(usage.totals).toMatchObject({ calls: 10, throttled: 2, errors: 0, throttled_share: 0.2 });
  expect(usage.points.map(({ calls }) => calls)).toEqual([8, 2]);
  expect(usage.totals.p50_ms).toBeGreaterThan(2.5);
  expect(usage.totals.p99_ms).toBeLessThanOrEqual(5);
  expect(usage.series).toEqual([
    { operation: 'listApplications', status_class: '2xx', calls: [8, 0] },
    { operation: 'listApplications', status_class: '429', calls: [0, 2] },
  ]);
  expect((await usageCsv({ ctx: { project }, input })).split('\r\n')[1]).toBe(
    '2026-03-01T10:00:00.000Z,listApplications,200,8,4.00',
  );
  const tooLong = { from: '2020-01-01T00:00:00.000Z', to: input.to, step: 'minute' } as const;
  await expect(showUsage({ ctx: { project }, input: tooLong })).rejects.toMatchObject({
    code: 'parameter_invalid',
  });
});

it('reads the meters without taking anything', async () => {
  const project = (await findProject((await createProject()).id))!;
  await readMeters(project);
  expect(await readMeters(project)).toMatchObject({
    tokens: { remaining: 50, burst: 50 },
    slots: { in_flight: 0, limit: 10 },
    rate: { per_second: 0, limit_per_second: 10 },
  });
});

it('finds any id of the account and none of another', async () => {
  const mine = await createProject();
  const client = await createClient(mine);
  const other = await createPartner();
  expect(await searchById(mine.partnerId, client.clientId)).toMatchObject({
    kind: 'clients',
    project_id: mine.id,
  });
  expect(await searchById(mine.partnerId, mine.id)).toMatchObject({ kind: 'projects' });
  // A secret stands on the page of its client.
  expect(await searchById(mine.partnerId, client.credentialId)).toMatchObject({
    kind: 'clients',
    shown_id: client.clientId,
  });
  // An offer stands on the page of its decision.
  const application = await open(mine);
  await review(application.id, 1);
  const [offer] = await ownerQuery<{ id: string }>(
    `SELECT offers -> 0 ->> 'id' AS id FROM decision_versions WHERE application_id = $1`,
    [application.id],
  );
  expect(await searchById(mine.partnerId, offer!.id)).toMatchObject({
    kind: 'decisions',
    shown_id: application.decision_id,
  });
  expect(await searchById(other.id, offer!.id)).toBeNull();
  expect(await searchById(other.id, client.credentialId)).toBeNull();
  expect(await searchById(other.id, client.clientId)).toBeNull();
  expect(await searchById(other.id, mine.id)).toBeNull();
  for (const kind of [
    'app',
    'dec',
    'off',
    'plk',
    'idc',
    'dsb',
    'evt',
    'whend',
    'whd',
    'sec',
    'key',
    'req',
  ] as const) {
    expect(await searchById(mine.partnerId, newId(kind))).toBeNull();
  }
  expect(await readTimeline(mine.id, client.clientId)).toMatchObject([{ name: 'client.create' }]);
});
