// The clock walks: what follows from one thing falls due in its turn, and two walks never mix.
import { afterEach, expect, it, vi } from 'vitest';
import { open as openApplication } from '@/lib/applications/testing';
import type { ProjectSnapshot } from '@/lib/core/project';
import { withTransaction } from '@/lib/db';
import { requested } from '@/lib/disbursements/testing';
import { holdClock } from '@/lib/projects';
import { startWorker } from '@/lib/worker';
import { createProject, inWriteContext, ownerQuery, runJobs } from '@/lib/testing';
import { endpointAt, startReceiver, type Receiver } from '@/lib/webhooks/testing';
import { advanceClock } from './advance';

vi.hoisted(() => (process.env['ALLOW_LOCAL_WEBHOOKS'] = '1'));

const receivers: Receiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

const day = 86_400;
const advance = (project: ProjectSnapshot, seconds: number) =>
  inWriteContext(project, (ctx) => advanceClock({ ctx, input: { seconds } }));

it('retries a failed delivery by its schedule until it is taken', async () => {
  const project = await createProject();
  let answers = 0;
  const receiver = await startReceiver((_, response) => {
    answers += 1;
    response.statusCode = answers < 4 ? 500 : 204;
    response.end();
  });
  receivers.push(receiver);
  await endpointAt(project, receiver.url);
  await openApplication(project, { submit: false });
  const { result } = await advance(project, day);
  expect(result.happened.map(({ job }) => job)).toEqual(Array(4).fill('webhooks.deliver'));
  const at = result.happened.map(({ due }) => Date.parse(due));
  const waits = at.slice(1).map((time, index) => (time - (at[index] as number)) / 60_000);
  // 1, 5 and 30 minutes with 20 % jitter, and a second for the clock's whole seconds.
  for (const [index, minutes] of [1, 5, 30].entries()) {
    expect(waits[index]).toBeGreaterThan(minutes * 0.8 - 0.05);
    expect(waits[index]).toBeLessThan(minutes * 1.2 + 0.05);
  }
  expect(receiver.received).toHaveLength(4);
});

it('tells its receivers of what happened, after it happened', async () => {
  const project = await createProject();
  await openApplication(project);
  await runJobs();
  const receiver = await startReceiver();
  receivers.push(receiver);
  await endpointAt(project, receiver.url);
  const { result, events } = await advance(project, 15 * day);
  expect(result.happened.map(({ job }) => job)).toEqual(['applications.expire', 'webhooks.deliver']);
  expect(events.map(({ type }) => type)).toEqual(['application.expired']);
  expect(JSON.parse(receiver.received[0]?.body ?? '{}')).toMatchObject({ id: events[0]?.id });
});

it('tells what a worker was quicker to do', { timeout: 60_000 }, async () => {
  const project = await createProject();
  const slow = Array.from({ length: 8 }, () =>
    openApplication(project, { business: { company_number: '00000408' } }),
  );
  const opened = await Promise.all(slow);
  await runJobs(); // asks the bureau, which wants 30 seconds
  const worker = await startWorker();
  try {
    const { result, events } = await advance(project, 40);
    const told = result.happened.map(({ object_id: objectId }) => objectId).toSorted();
    expect(told).toEqual(opened.map(({ id }) => id).toSorted());
    expect(events.map(({ type }) => type)).toEqual(Array(8).fill('decision.completed'));
    const times = result.happened.map(({ due }) => due);
    expect(times).toEqual(times.toSorted());
    expect(result.complete).toBe(true);
  } finally {
    await worker.stop();
  }
});

it('ends a request for money, and then the application that it kept', async () => {
  const project = await createProject();
  const { id, application_id: applicationId } = await requested(project);
  const { result, events } = await advance(project, 60 * day);
  const steps = result.happened.map(({ job, object_id: objectId }) => [job, objectId]);
  expect(steps).toEqual([
    ['disbursements.expire', id],
    ['applications.expire', applicationId],
  ]);
  expect(events.map(({ type }) => type)).toEqual(['disbursement.expired', 'application.expired']);
});

it('stands still for a second hand on it', async () => {
  const project = await createProject();
  await withTransaction(async (tx) => {
    expect(await holdClock(tx, project.id)).toBe(0);
    await expect(advance(project, 60)).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  });
  expect((await advance(project, 60)).result.offset_seconds).toBe(60);
});

it('goes at most fifty years ahead', async () => {
  const project = await createProject();
  await ownerQuery('UPDATE projects SET clock_offset_seconds = $2 WHERE id = $1', [
    project.id,
    50 * 365 * day - 1,
  ]);
  await expect(advance(project, 2)).rejects.toMatchObject({ code: 'invalid_value', param: 'seconds' });
});
