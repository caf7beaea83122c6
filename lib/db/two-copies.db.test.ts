// Next's bundle and our host's are two copies of this code in one process: the pool of one serves the other.
import { expect, it, vi } from 'vitest';

it('a transaction of one copy runs on the pool that the other made', async () => {
  const host = await import('@/lib/db');
  await host.pool().query('SELECT 1');
  vi.resetModules();
  const next = await import('@/lib/db');
  expect(next.withTransaction).not.toBe(host.withTransaction);
  for (const copy of [host, next, host]) {
    expect(await copy.withTransaction(async (tx) => (await tx.client.query('SELECT 1 AS one')).rows)).toEqual(
      [{ one: 1 }],
    );
  }
});
