// A process that starts beside others must not hold up what they enqueue.
import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { enqueue } from './enqueue';
import { migrateQueue } from './migrate';

const policies = () =>
  ownerQuery<{ oid: number }>(
    `SELECT oid::int FROM pg_policy WHERE polname = 'application_role' ORDER BY oid`,
  );

it('waits for nobody and changes nothing where everything stands', async () => {
  const before = await policies();
  expect(before.length).toBeGreaterThan(0);
  await withTransaction(async (tx) => {
    await enqueue(tx, 'mail.send', { mailId: newId('mail') });
    await migrateQueue(testDatabaseUrl()); // with the job's locks held
  });
  expect(await policies()).toEqual(before);
});

it('makes anew what is missing', async () => {
  await ownerQuery('DROP POLICY application_role ON graphile_worker._private_jobs');
  const rest = await policies();
  await migrateQueue(testDatabaseUrl());
  expect((await policies()).length).toBe(rest.length + 1);
});
