// Which workers are alive, told by PostgreSQL itself: a worker holds an advisory lock as long as its session
// lives. Jobs locked by a worker without one belong to a dead process and go back on the queue at once; the
// library alone would wait four hours.
import pg from 'pg';
import { connectionSettings, pool } from '@/lib/db';
import { logger } from '@/lib/logging';

// First half of the advisory lock's key; an arbitrary number of ours.
const lockClass = 7_270_003;
const sweepIntervalMs = 2_000;
const reconnectDelayMs = 500;

const sweep = `
  SELECT graphile_worker.force_unlock_workers(array_agg(holder))
  FROM (SELECT DISTINCT locked_by AS holder FROM graphile_worker._private_jobs
        WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds') AS holders
  WHERE pg_try_advisory_xact_lock(${lockClass}, hashtext(holder))
  HAVING count(*) > 0`;

/** Gives the jobs of dead workers back to the queue. */
export async function releaseJobsOfTheDead(): Promise<void> {
  await pool().query(sweep);
}

export interface Life {
  /** Lets go of the lock: whatever this worker still holds is given to others. */
  end(): void;
}

/** Holds the lock of worker `workerId` until `end`, and looks for dead workers meanwhile. */
export function announceLife(workerId: string): Life {
  let ended = false;
  let session: pg.Client | undefined;
  let reconnect: NodeJS.Timeout | undefined;

  const again = () => {
    if (!ended) reconnect = setTimeout(hold, reconnectDelayMs);
  };
  const hold = () => {
    const client = new pg.Client({
      ...connectionSettings(),
      application_name: 'partner-platform-queue-life',
    });
    session = client;
    client.on('error', () => undefined); // 'end' follows
    client.once('end', again);
    client
      .connect()
      .then(() => client.query('SELECT pg_advisory_lock($1, hashtext($2))', [lockClass, workerId]))
      .catch((error: unknown) => {
        logger().warn({ err: error }, 'this worker cannot show that it lives');
        void client.end().catch(() => undefined);
      });
  };
  hold();

  const sweeping = setInterval(() => {
    releaseJobsOfTheDead().catch((error: unknown) =>
      logger().warn({ err: error }, 'cannot look for dead workers'),
    );
  }, sweepIntervalMs);
  sweeping.unref();

  return {
    end: () => {
      ended = true;
      clearInterval(sweeping);
      clearTimeout(reconnect);
      void session?.end().catch(() => undefined);
    },
  };
}
