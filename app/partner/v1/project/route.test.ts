// GET /partner/v1/project, and with it everything a resource route asks of the token plane (contract §2, §8).
import { expect, describe, it } from 'vitest';
import { scopes } from '@/lib/core/scopes';
import { withTransaction } from '@/lib/db';
import { revokeClient, revokeCredential } from '@/lib/oauth';
import { resumePartner, suspendPartner } from '@/lib/partners';
import { closeProject, resumeProject, suspendProject } from '@/lib/projects';
import { callRoute, createClient, createProject, ownerQuery, type RouteCall } from '@/lib/testing';
import { basic, postForm } from '@/lib/testing/token-plane';
import * as revoke from '../oauth/revoke/route';
import { GET } from './route';

const actor = { kind: 'system', job: 'test' } as const;
const metadata = 'resource_metadata="http://localhost:3000/.well-known/oauth-protected-resource/partner/v1"';
const show = (call: Omit<RouteCall, 'path'> & { path?: string }) => callRoute(GET, { path: '/partner/v1/project', ...call }); // prettier-ignore

it('200: who I am, what I may do, how much is left', async () => {
  const project = await createProject();
  const client = await createClient(project);
  const answer = await show({ token: await client.mint(['applications:read']) });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    id: project.id,
    object: 'project',
    livemode: false,
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    name: 'Sandbox',
    tier: 'build',
    limits: { rate_per_second: 10, burst: 50, concurrent: 10 },
    sub_limits: {
      'applications.create': { rate_per_second: 5, burst: 5 },
      'decisions.refresh': { rate_per_second: 1, burst: 1 },
      'payment_links.create': { rate_per_second: 10, burst: 10 },
      'identity_checks.create': { rate_per_second: 5, burst: 5 },
      'disbursements.create': { rate_per_second: 2, burst: 2 },
    },
    buckets: [{ policy: 'project', remaining: 49, reset_seconds: 1 }],
    scopes: ['applications:read'],
  });
  expect(answer.headers.get('ratelimit-remaining')).toBe('49');
  expect((await show({ token: await client.mint() })).json.scopes).toEqual(scopes);
});

describe('401', () => {
  it('missing_api_key with a challenge that names no error', async () => {
    for (const headers of [{}, { authorization: 'Basic abc' }, { authorization: 'Bearer' }] as Record<
      string,
      string
    >[]) {
      const answer = await show({ headers });
      expect({ status: answer.status, code: answer.json.error.code }).toEqual({
        status: 401,
        code: 'missing_api_key',
      });
      expect(answer.headers.get('www-authenticate')).toBe(`Bearer realm="partner", ${metadata}`);
    }
  });

  it('invalid_api_key', async () => {
    const answer = await show({ token: 'not-a-token' });
    expect({ status: answer.status, code: answer.json.error.code }).toEqual({
      status: 401,
      code: 'invalid_api_key',
    });
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer realm="partner", ${metadata}, error="invalid_token"`,
    );
  });

  const revocations = {
    token: async ({ client, token }) => {
      const headers = [basic(client.clientId, client.clientSecret)];
      expect((await postForm(revoke.POST, { form: { token }, headers })).status).toBe(200);
    },
    secret: async ({ project, client }) => {
      const input = { projectId: project.id, clientId: client.clientId, credentialId: client.credentialId };
      await withTransaction((tx) => revokeCredential({ ctx: { tx, actor }, input }));
    },
    client: async ({ project, client }) => {
      const input = { projectId: project.id, clientId: client.clientId };
      await withTransaction((tx) => revokeClient({ ctx: { tx, actor }, input }));
    },
    project: async ({ project }) => {
      await withTransaction((tx) => closeProject({ ctx: { tx, actor }, input: { projectId: project.id } }));
    },
  } satisfies Record<string, (at: { project: Awaited<ReturnType<typeof createProject>>; client: Awaited<ReturnType<typeof createClient>>; token: string }) => Promise<void>>; // prettier-ignore

  it.each(Object.entries(revocations))(
    'token_revoked within a second of the revocation of the %s',
    async (_, act) => {
      const project = await createProject({ livemode: true });
      const client = await createClient(project);
      const token = await client.mint();
      const [own, bystander] = [await createClient(await createProject({ livemode: true })), token];
      const other = await own.mint();
      expect((await show({ token: bystander })).status).toBe(200);
      await act({ project, client, token });
      await expect
        .poll(async () => (await show({ token })).json.error?.code, { timeout: 1_000 })
        .toBe('token_revoked');
      const answer = await show({ token });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
      expect((await show({ token: other })).status).toBe(200);
    },
  );
});

describe('403 account_suspended', () => {
  it('within a second, and the unexpired token works again on resume', async () => {
    const project = await createProject({ livemode: true });
    const client = await createClient(project);
    const token = await client.mint();
    const becomes = (expected: unknown) =>
      expect.poll(async () => (await show({ token })).json.error?.code, { timeout: 1_000 }).toBe(expected);
    const input = { projectId: project.id, partnerId: project.partnerId };
    await becomes(undefined);
    for (const [suspend, resume] of [
      [suspendProject, resumeProject],
      [suspendPartner, resumePartner],
    ] as const) {
      await withTransaction((tx) => suspend({ ctx: { tx, actor }, input }));
      await becomes('account_suspended');
      expect((await show({ token })).status).toBe(403);
      await withTransaction((tx) => resume({ ctx: { tx, actor }, input }));
      await becomes(undefined);
    }
    await withTransaction((tx) => suspendProject({ ctx: { tx, actor }, input }));
    await expect(withTransaction((tx) => suspendProject({ ctx: { tx, actor }, input }))).rejects.toMatchObject({ code: 'invalid_state' }); // prettier-ignore
    const acts = await ownerQuery<{ act: string }>('SELECT act FROM audit_entries WHERE object_id = ANY($1)', [[project.id, project.partnerId]]); // prettier-ignore
    expect(acts.map((row) => row.act).toSorted()).toEqual(['partner.resume', 'partner.suspend', 'project.resume', 'project.suspend', 'project.suspend']); // prettier-ignore
  });
});

describe('400', () => {
  it('malformed_request for a token in the query or two headers', async () => {
    const token = await (await createClient(await createProject())).mint();
    const twice: [string, string][] = [['authorization', `Bearer ${token}`], ['Authorization', `Bearer ${token}`]]; // prettier-ignore
    for (const call of [{ path: `/partner/v1/project?access_token=${token}` }, { headers: twice }]) {
      const answer = await show(call);
      expect({ status: answer.status, code: answer.json.error.code }).toEqual({
        status: 400,
        code: 'malformed_request',
      });
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_request"');
    }
  });

  it('parameter_invalid for an unknown query parameter', async () => {
    const token = await (await createClient(await createProject())).mint();
    expect((await show({ token, path: '/partner/v1/project?x=1' })).json.error.code).toBe(
      'parameter_invalid',
    );
  });
});
