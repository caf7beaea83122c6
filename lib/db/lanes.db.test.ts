import { describe, expect, it, vi } from 'vitest';
import { isDatabaseUnavailable, lookUp, withTransaction } from '@/lib/db';
import { ownerQuery } from '@/lib/testing';

const backend = lookUp<{ pid: number; role: string }, []>(
  'lanes_test_backend',
  'SELECT pg_backend_pid() AS pid, current_user AS role',
);
const slow = lookUp<{ done: boolean }, []>('lanes_test_slow', 'SELECT pg_sleep(60) IS NULL AS done');

const pids = async (amount: number) =>
  new Set(
    (await Promise.all(Array.from({ length: amount }, () => backend.first([])))).map((row) => row?.pid),
  );

describe('lanes', () => {
  it('carry many look-ups at once on few connections, in the role of the application', async () => {
    expect((await pids(200)).size).toBeLessThanOrEqual(2);
    expect((await backend.first([]))?.role).toBe('partner_app');
  });

  it('are left alone inside a transaction', async () => {
    await withTransaction(async (tx) => {
      const { rows } = await tx.client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      expect((await backend.first([], tx))?.pid).toBe(rows[0]?.pid);
    });
  });

  it('reject what was under way when the connection is lost, as "database away", and come back', async () => {
    const before = await pids(20);
    const waiting = [slow.first([]), backend.first([])].map((asked) =>
      asked.catch((error: unknown) => error),
    );
    await ownerQuery(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'partner-platform-lane'
       AND datname = current_database()`,
    );
    const [lost] = await Promise.all(waiting);
    expect(isDatabaseUnavailable(lost)).toBe(true);
    // A lane that was idle learns of its end a moment later; until then it loses what it is asked.
    const after = await vi.waitFor(() => pids(20));
    for (const pid of after) expect(before).not.toContain(pid);
  });

  it('cut a question that takes too long, so that nobody waits behind it for good', async () => {
    const error = await slow.first([]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isDatabaseUnavailable(error)).toBe(true);
  });
});
