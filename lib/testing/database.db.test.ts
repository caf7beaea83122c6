import { expect, it } from 'vitest';
import { prisma, withTransaction } from '@/lib/db';
import { environment } from '@/lib/env';
import { applicationQuery, countRows, createPartner, createProject, ownerQuery } from '@/lib/testing';

it('gives each file a migrated database of its own', async () => {
  expect(await countRows('partners')).toBe(0);
  await createPartner();
  expect(await countRows('partners')).toBe(1);
  const [row] = await ownerQuery<{ name: string }>('SELECT current_database() AS name');
  expect(environment().databaseUrl).toContain(row?.name);
});

it('gives the product its own role, and tests the owner', async () => {
  const [product] = await prisma().$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
  const [owner] = await ownerQuery<{ role: string }>('SELECT current_user AS role');
  expect(product?.role).toBe('partner_app');
  expect(owner?.role).not.toBe('partner_app');
  await expect(applicationQuery('DELETE FROM events')).rejects.toThrow(/permission denied/);
});

it('makes projects of every tier', async () => {
  const sandbox = await createProject();
  const live = await createProject({ livemode: true });
  expect(sandbox).toMatchObject({ tier: 'build', livemode: false });
  expect(live).toMatchObject({ tier: 'platform', livemode: true });
  expect(await countRows('projects', 'id = ANY($1)', [[sandbox.id, live.id]])).toBe(2);
});

it('rolls a failed transaction back', async () => {
  const before = await countRows('partners');
  const failing = withTransaction(async (tx) => {
    await tx.client.query(`INSERT INTO partners (id, name) VALUES ('acct_00000000000000000000000000', 'x')`);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await countRows('partners')).toBe(before);
});
