// The console's routes of projects and clients: roles, step-up, secrets shown once, another account's ids.
import { beforeAll, expect, it } from 'vitest';
import { ownHeaders, signedInMember } from '@/lib/auth/testing';
import { callRoute, createProject } from '@/lib/testing';
import * as clients from './[projectId]/clients/route';
import * as revoke from './[projectId]/clients/[clientId]/revoke/route';
import * as requests from './[projectId]/requests/route';
import * as usage from './[projectId]/usage/route';
import * as projects from './route';

type Member = Awaited<ReturnType<typeof signedInMember>>;
type Handler = Parameters<typeof callRoute>[0];
let developer: Member;
let projectId: string;

const call = (handler: unknown, member: Member, params: Record<string, string> = {}, body?: object) =>
  callRoute(handler as Handler, {
    method: body ? 'POST' : 'GET',
    path: '/api/console/x',
    params,
    headers: ownHeaders(member.cookie),
    ...(body && { body }),
  });

beforeAll(async () => {
  developer = await signedInMember({ role: 'developer' });
});

it('makes a sandbox project with its first client, and shows the secret once', async () => {
  const made = await call(projects.POST, developer, {}, { name: 'My sandbox' });
  expect(made.status).toBe(201);
  expect(made.json.secret.secret).toMatch(/^csk_sbx_/);
  projectId = made.json.id;
  const listed = await call(projects.GET, developer);
  expect(listed.json.data).toContainEqual(expect.objectContaining({ id: projectId, name: 'My sandbox' }));
  const shown = await call(clients.GET, developer, { projectId });
  expect(shown.json.data[0]).toMatchObject({ id: made.json.client_id, name: 'First client' });
  expect(shown.text).not.toContain(made.json.secret.secret);
});

it('revokes a client only when its name is typed', async () => {
  const made = await call(
    clients.POST,
    developer,
    { projectId },
    { name: 'Old', scopes: ['applications:read'] },
  );
  const params = { projectId, clientId: made.json.client_id as string };
  expect((await call(revoke.POST, developer, params, { name: 'old' })).status).toBe(422);
  expect((await call(revoke.POST, developer, params, { name: 'Old' })).status).toBe(204);
  expect((await call(revoke.POST, developer, params, { name: 'Old' })).status).toBe(404);
});

it('gives another account’s project the answer of a missing one', async () => {
  const foreign = (await createProject()).id;
  for (const handler of [clients.GET, requests.GET, usage.GET]) {
    expect((await call(handler, developer, { projectId: foreign })).status).toBe(404);
    expect((await call(handler, developer, { projectId })).status).toBe(200);
  }
});

it('lets nobody create who may only read', async () => {
  const reader = await signedInMember({ role: 'read_only' });
  expect((await call(projects.POST, reader, {}, { name: 'Not mine' })).status).toBe(403);
});
