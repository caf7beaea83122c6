// What a project's first page says, from nothing to the first success.
import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { findProject } from '@/lib/projects';
import { createClient, createProject } from '@/lib/testing';
import { countCall, flushUsage } from '@/lib/usage';
import { readOverview } from '.';
import { explain } from './explain';

async function overviewOf(projectId: string) {
  const project = await findProject(projectId);
  if (!project) throw new Error('The project is gone.');
  return readOverview(project);
}

it('says that nothing has happened, then what has', async () => {
  const project = await createProject();
  const client = await createClient(project);
  expect(await overviewOf(project.id)).toMatchObject({
    project: { id: project.id, first_success: null },
    newest_request: null,
    steps: { first_success: false, application: false, decision: false, webhook_endpoint: false },
    today: { calls: 0, errors: 0, throttled: 0, p95_ms: null },
  });

  const call = (operationId: string, status: number) =>
    countCall({ projectId: project.id, clientId: client.clientId, credentialId: client.credentialId, operationId, status, requestId: newId('req'), at: Date.now(), durationMs: 4, address: undefined, isResourceCall: true, meteredBy: 'project' }); // prettier-ignore
  call('createApplication', 422);
  call('createApplication', 429);
  await flushUsage();
  expect(await overviewOf(project.id)).toMatchObject({
    steps: { first_success: false, application: false },
    today: { calls: 2, errors: 1, throttled: 1 },
  });

  call('createApplication', 201);
  call('getDecision', 200);
  await flushUsage();
  expect(await overviewOf(project.id)).toMatchObject({
    project: { first_success: { took_seconds: expect.any(Number) as number } },
    steps: { first_success: true, application: true, decision: true, webhook_endpoint: false },
    today: { calls: 4 },
  });
});

it('explains codes of both planes, and nothing that is no code', () => {
  expect(explain('invalid_client')?.remedy).toContain('last four characters');
  expect(explain('rate_limited')?.href).toBe('/docs/errors/rate_limited');
  expect(explain('toString')).toBeUndefined();
});
