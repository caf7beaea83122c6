// Redis is a second reader of the deny-list: whatever becomes of it, it is filled again from Postgres.
import { afterAll, expect, it } from 'vitest';
import { withTransaction } from '@/lib/db';
import { limiter } from '@/lib/rate-limit';
import { redis } from '@/lib/redis';
import { createProject } from '@/lib/testing';
import { publishChange, startControlFeed, stopControlFeed } from './index';

afterAll(stopControlFeed);

it('fills a flushed Redis with what Postgres knows', async () => {
  const project = await createProject();
  await startControlFeed();
  const ask = () =>
    limiter().decide({ subject: project.id, buckets: [], denySubjects: ['jti-of-a-revoked-token'] });
  expect((await ask()).kind).toBe('allowed');

  await withTransaction((tx) =>
    publishChange(tx, {
      kind: 'token_revoked',
      projectId: project.id,
      subject: 'jti-of-a-revoked-token',
      expiresAt: new Date(Date.now() + 600_000),
    }),
  );
  await expect.poll(async () => (await ask()).kind, { timeout: 2_000 }).toBe('revoked');

  await redis().flushall();
  expect((await ask()).kind).toBe('allowed'); // this reader has forgotten; the process's own has not
  await expect.poll(async () => (await ask()).kind, { timeout: 10_000 }).toBe('revoked');
});
