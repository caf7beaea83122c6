// The worker on a real queue: every sandbox company to its documented end, and one end each however it is killed.
import { afterEach, expect, it } from 'vitest';
import { readDecision } from '@/lib/decisions';
import { jobHandlers, startWorker } from '@/lib/worker';
import { jobStatistics, queueCensus, startQueue, type JobHandlers, type QueueWorker } from '@/lib/jobs';
import { withTransaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { createProject, ownerQuery, readContext } from '@/lib/testing';
import { eventTypesOf, open, statusOf } from '@/lib/applications/testing';
import { newId } from '@/lib/core/ids';

const workers: QueueWorker[] = [];
const start = async () => {
  const worker = await startWorker();
  workers.push(worker);
  return worker;
};
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

/** Resolves once `holds` does; the test's own time limit is the only one. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const terminal = (status: string | undefined) => status === 'approved' || status === 'declined';

it('brings each sandbox company to its documented outcome', async () => {
  const project = await createProject();
  const expected = {
    '00000401': ['approved', null, ['decision.completed']],
    '00000402': ['declined', 'insufficient_trading_history', ['decision.referred', 'decision.completed']],
    '00000403': ['approved', null, ['decision.referred', 'decision.completed']],
    '00000404': ['declined', 'adverse_credit', ['decision.completed']],
    '00000405': ['declined', 'affordability', ['decision.completed']],
    '00000406': ['declined', 'identity_unverified', ['decision.completed']],
    '00000407': ['declined', 'out_of_appetite', ['decision.completed']],
    '00000410': ['approved', null, ['decision.completed']],
  } as const;
  await start();
  for (const [companyNumber, [outcome, reason, events]] of Object.entries(expected)) {
    const { id, decision_id: decisionId } = await open(project, {
      business: { company_number: companyNumber },
    });
    await until(async () => terminal(await statusOf(id)));
    const decision = await readDecision({ ctx: readContext(project), input: { id } });
    expect([companyNumber, decision.outcome, decision.reason]).toEqual([companyNumber, outcome, reason]);
    expect(decision.offers).toHaveLength(outcome === 'declined' ? 0 : companyNumber === '00000410' ? 3 : 1);
    expect(await eventTypesOf(decisionId)).toEqual(events);
  }
}, 60_000);

it('gives every application one outcome while all connections are cut again and again', async () => {
  const project = await createProject();
  const numbers = ['00000401', '00000402', '00000403', '00000404', '00000410'];
  const ids: string[] = [];
  for (let index = 0; index < 40; index += 1) {
    ids.push((await open(project, { business: { company_number: numbers[index % 5] as string } })).id);
  }
  await start();
  await start();
  const left = async () => {
    const rows = await ownerQuery(
      `SELECT 1 FROM applications WHERE id = ANY($1) AND status NOT IN ('approved', 'declined')`, [ids]); // prettier-ignore
    return rows.length;
  };
  for (let cut = 0; cut < 8 && (await left()) > 0; cut += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await ownerQuery(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'partner-platform%'`,
    );
  }
  await until(async () => (await left()) === 0);
  const outcomes = await ownerQuery<{
    company: string;
    outcome: string;
    versions: number;
    completed: number;
  }>(
    `SELECT a.company_number AS company, a.status AS outcome,
            (SELECT count(*)::int FROM decision_versions v WHERE v.application_id = a.id) AS versions,
            (SELECT count(*)::int FROM events e WHERE e.object_id = a.decision_id AND e.type = 'decision.completed') AS completed
     FROM applications a WHERE a.id = ANY($1)`,
    [ids],
  );
  const expected: Record<string, [string, number]> = {
    '00000401': ['approved', 1],
    '00000402': ['declined', 2],
    '00000403': ['approved', 2],
    '00000404': ['declined', 1],
    '00000410': ['approved', 1],
  };
  for (const { company, outcome, versions, completed } of outcomes) {
    expect([company, outcome, versions, completed]).toEqual([
      company,
      ...(expected[company] as [string, number]),
      1,
    ]);
  }
}, 120_000);

it('takes over the job of a process that died', async () => {
  const project = await createProject();
  const { id } = await open(project);
  // As a killed process leaves it: locked by a worker whose session is gone.
  await ownerQuery(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'pool-of-the-dead', locked_at = now() - interval '10 seconds', attempts = 1
     WHERE key = $1`,
    [`review:${id}:1`],
  );
  await start();
  await until(async () => terminal(await statusOf(id)));
}, 30_000);

it('leaves the jobs of a living worker alone', async () => {
  const applicationId = newId('app');
  let runs = 0;
  const { promise: finish, resolve } = Promise.withResolvers<void>();
  const idle = async () => undefined;
  const handlers: JobHandlers = {
    ...(Object.fromEntries(Object.keys(jobHandlers).map((name) => [name, idle])) as unknown as JobHandlers),
    'applications.review': async () => {
      runs += 1;
      await finish;
    },
  };
  workers.push(await startQueue({ handlers, schedule: [] }), await startQueue({ handlers, schedule: [] }));
  await withTransaction((tx) => enqueue(tx, 'applications.review', { applicationId, version: 1 }));
  await until(async () => runs > 0);
  await ownerQuery(
    `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour' WHERE locked_by IS NOT NULL`,
  );
  await new Promise((done) => setTimeout(done, 5_000)); // two sweeps of each worker
  resolve();
  expect(runs).toBe(1);
}, 30_000);

it('shows a job that gave up', async () => {
  const before = jobStatistics().get('applications.review')?.exhausted ?? 0;
  const project = await createProject({ livemode: true });
  const { id } = await open(project, { business: { company_number: '12345678' } }); // no provider knows it
  await ownerQuery(`UPDATE graphile_worker._private_jobs SET max_attempts = 1 WHERE key = $1`, [
    `review:${id}:1`,
  ]);
  await start();
  await until(async () => (jobStatistics().get('applications.review')?.exhausted ?? 0) > before);
  await until(async () => (await queueCensus()).exhausted > 0);
  expect(await statusOf(id)).toBe('submitted');
}, 30_000);

it('writes no job for a change that was rolled back', async () => {
  const applicationId = newId('app');
  const failing = withTransaction(async (tx) => {
    await enqueue(tx, 'applications.review', { applicationId, version: 1 });
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  const jobs = await ownerQuery(`SELECT 1 FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p USING (id)
    WHERE p.payload->>'applicationId' = $1`, [applicationId]); // prettier-ignore
  expect(jobs).toHaveLength(0);
});
