// A project that ends leaves its endpoints' places to the account's other projects.
import { expect, it } from 'vitest';
import { countRows, createProject, inWriteContext } from '@/lib/testing';
import { deleteEndpointsOfProject } from './delete-endpoint';
import { endpointAt } from './testing';

it('deletes every endpoint of the project, and of no other', async () => {
  const [ending, other] = [await createProject(), await createProject()];
  for (const port of [1, 2, 3]) await endpointAt(ending, `https://hooks.example/${port}`);
  await endpointAt(other, 'https://hooks.example/other');
  await inWriteContext(ending, (ctx) => deleteEndpointsOfProject({ ctx }));
  const of = (id: string, condition: string) =>
    countRows('webhook_endpoints', `project_id = $1 AND ${condition}`, [id]);
  expect(await of(ending.id, 'deleted_at IS NOT NULL AND slot IS NULL AND secret IS NULL')).toBe(3);
  expect(await of(other.id, 'deleted_at IS NULL')).toBe(1);
  expect(await countRows('audit_entries', `act = 'webhook_endpoint.delete'`)).toBe(3);
});
