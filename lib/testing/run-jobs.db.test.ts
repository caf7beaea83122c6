import { expect, it } from 'vitest';
import { withTransaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { runJobs } from '@/lib/testing';

it('runs what is due and what that enqueues, and leaves what is later', async () => {
  await withTransaction(async (tx) => {
    await enqueue(tx, 'applications.expire', {});
    await enqueue(tx, 'oauth.erase_expired', {}, { runAt: new Date(Date.now() + 3_600_000) });
  });
  const done = await runJobs({
    'applications.expire': () => withTransaction((tx) => enqueue(tx, 'idempotency.erase', {})),
    'idempotency.erase': () => Promise.resolve(),
  });
  expect(done).toEqual(['applications.expire', 'idempotency.erase']);
  expect(await runJobs({})).toEqual([]);
});

it('throws what a job threw', async () => {
  await withTransaction((tx) => enqueue(tx, 'applications.expire', {}));
  const failing = () => Promise.reject(new Error('on purpose'));
  await expect(runJobs({ 'applications.expire': failing })).rejects.toThrow('on purpose');
});
