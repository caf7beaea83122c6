import { expect, it } from 'vitest';
import { partnerRoute } from '@/lib/api/partner-route';
import { read } from '@/lib/api/operation';
import { callRoute, createClient, createProject } from '@/lib/testing';
import { z } from 'zod';

// A route of our own: what is tested here is the way to it.
const { GET } = partnerRoute({
  GET: read({
    operationId: 'whoAmI',
    summary: 'Who am I',
    tag: 'Test',
    scope: 'applications:read',
    success: { status: 200, description: 'The project', schema: z.object({ id: z.string() }) },
    handler: async ({ ctx }) => ({ id: ctx.project.id }),
  }),
});
const path = '/partner/v1/who-am-i';

it('walks the whole pipeline with a real token', async () => {
  const project = await createProject();
  const client = await createClient(project);
  const answer = await callRoute(GET, { path, token: await client.mint() });
  expect(answer).toMatchObject({ status: 200, json: { id: project.id } });
  expect(answer.headers.get('ratelimit-limit')).toBe('50');
});

it('refuses a token that lacks the scope, and no token', async () => {
  const client = await createClient(await createProject(), {
    scopes: ['applications:read', 'payments:read'],
  });
  const narrow = await callRoute(GET, { path, token: await client.mint(['payments:read']) });
  expect(narrow).toMatchObject({ status: 403, json: { error: { code: 'insufficient_scope' } } });
  expect(await callRoute(GET, { path })).toMatchObject({
    status: 401,
    json: { error: { code: 'missing_api_key' } },
  });
});

it('gives leases back when the answer has been read', async () => {
  const client = await createClient(await createProject());
  const token = await client.mint();
  for (let call = 0; call < 15; call += 1) expect((await callRoute(GET, { path, token })).status).toBe(200);
});
