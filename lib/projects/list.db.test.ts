import { expect, it } from 'vitest';
import { prisma } from '@/lib/db';
import { listProjects } from '@/lib/projects';
import { createProject } from '@/lib/testing';

it('lists the partner’s own projects, live first, without closed ones', async () => {
  const sandbox = await createProject();
  const { partnerId } = await prisma().project.findUniqueOrThrow({ where: { id: sandbox.id } });
  const closed = await createProject({ partnerId });
  const live = await createProject({ partnerId, livemode: true });
  const foreign = await createProject();
  await prisma().project.update({ where: { id: closed.id }, data: { status: 'closed' } });

  const listed = await listProjects(partnerId);
  expect(listed.map(({ id }) => id)).toEqual([live.id, sandbox.id]);
  expect(listed[0]).toMatchObject({ livemode: true, standing: 'active' });
  expect(listed.map(({ id }) => id)).not.toContain(foreign.id);
});

it('says of a suspended account’s projects that they are suspended', async () => {
  const { id } = await createProject();
  const { partnerId } = await prisma().project.findUniqueOrThrow({ where: { id } });
  await prisma().partner.update({ where: { id: partnerId }, data: { status: 'suspended' } });
  expect(await listProjects(partnerId)).toMatchObject([{ id, standing: 'suspended' }]);
});
