// What is refused before anything is sent; e2e/console/walk.spec.ts sends.
import { describe, expect, it } from 'vitest';
import { withTransaction } from '@/lib/db';
import { revokeClient } from '@/lib/oauth';
import { createClient, createProject } from '@/lib/testing';
import { callSandbox, sandboxCallSchema } from './sandbox-call';

const call = { method: 'GET', path: '/partner/v1/project' } as const;

describe('the path of a call from the console', () => {
  it.each([
    '/partner/v1/project',
    '/partner/v1/applications?limit=2&cursor=a%2Fb',
    '/partner/v1/applications/app_0/accept',
  ])('may be %s', (path) => expect(sandboxCallSchema.safeParse({ ...call, path }).success).toBe(true));

  it.each([
    '/partner/v1/oauth/token',
    '/partner/v1/oauth/introspect',
    '/partner/v1/../v1/oauth/token',
    '/partner/v1/%2e%2e/oauth/token',
    '/partner/v1/./oauth/token',
    '/partner/v1\\oauth\\token',
    '/partner/v2/project',
    '/api/console/projects',
    '//evil.example/partner/v1/project',
    'https://evil.example/partner/v1/project',
    '/partner/v1/project#x',
    '/partner/v1/a b',
    'partner/v1/project',
    '',
  ])('may not be %s', (path) => expect(sandboxCallSchema.safeParse({ ...call, path }).success).toBe(false));

  it('goes with a key that is one header', () => {
    for (const idempotency_key of ['a\r\nx: y', 'a b', 'é', ''])
      expect(sandboxCallSchema.safeParse({ ...call, idempotency_key }).success).toBe(false);
  });
});

it('sends nothing in a live project', async () => {
  const project = await createProject({ livemode: true });
  await createClient(project);
  await expect(callSandbox({ ctx: { project }, input: call })).rejects.toMatchObject({
    code: 'sandbox_only',
  });
});

it('sends nothing for a client that is revoked', async () => {
  const project = await createProject();
  const { clientId } = await createClient(project);
  const actor = { kind: 'system', job: 'test' } as const;
  await withTransaction((tx) =>
    revokeClient({ ctx: { tx, actor }, input: { projectId: project.id, clientId } }),
  );
  await expect(callSandbox({ ctx: { project }, input: call })).rejects.toMatchObject({
    code: 'invalid_state',
  });
});
