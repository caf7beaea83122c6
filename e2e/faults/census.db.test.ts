// Promises "Decisions" and "Webhooks": the worker is killed again and again while applications are decided and their events
// delivered. Each ends in exactly one outcome, and each event comes. Few here; 10,000 with `npm run test:faults -- --full`.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { open } from '@/lib/applications/testing';
import type { ProjectSnapshot } from '@/lib/core/project';
import { withTransaction } from '@/lib/db';
import { createProject, ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { recordEvent } from '@/lib/webhooks';
import { endpointAt, startReceiver, type Receiver } from '@/lib/webhooks/testing';
import { bundleVictim, startVictim, type Victim } from './victim-process';

vi.hoisted(() => {
  process.env['ALLOW_LOCAL_WEBHOOKS'] = '1';
});

const full = process.env['FAULTS'] === 'full';
const applications = full ? 10_000 : 100;
const killEveryMs = full ? 5_000 : 1_000;
const mostKills = full ? Infinity : 3;
/** Each with an endpoint of its own: one endpoint takes two at a time. */
const projectCount = 10;
/** Opened at once. */
const together = 10;
const patienceMs = full ? 1_200_000 : 90_000;

/** What each company comes to, and by how many versions of its decision. */
const companies = { '00000401': 1, '00000402': 2, '00000403': 2, '00000404': 1, '00000405': 1 };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  await bundleVictim();
}, 60_000);
afterAll(() => receiver.close());

it('each application reaches one outcome, and each event its receiver', { timeout: 1_800_000 }, async () => {
  const projects = await Promise.all(Array.from({ length: projectCount }, () => createProject()));
  const [project] = projects as [ProjectSnapshot];
  for (const each of projects) await endpointAt(each, receiver.url);
  const settings = { DATABASE_URL: testDatabaseUrl(), DATABASE_POOL_SIZE: '6' };
  let worker: Victim = await startVictim(settings);
  await worker.obey({ act: 'work' });
  let kills = 0;
  const over = new AbortController();
  const killing = (async () => {
    while (!over.signal.aborted && kills < mostKills) {
      await pause(killEveryMs);
      worker.kill();
      kills += 1;
      worker = await startVictim(settings);
      await worker.obey({ act: 'work' });
    }
  })();

  const numbers = Object.keys(companies);
  for (let made = 0; made < applications; made += together) {
    await Promise.all(
      Array.from({ length: together }, (_, index) => {
        const company_number = numbers[(made + index) % numbers.length] as string;
        return open(projects[index % projectCount] as ProjectSnapshot, { business: { company_number } });
      }),
    );
  }
  const rolledBack = withTransaction(async (tx) => {
    await recordEvent(tx, { project, type: 'application.submitted', objectId: 'never', object: { id: 'never' }, createdAt: new Date() }); // prettier-ignore
    throw new Error('on purpose');
  });
  await expect(rolledBack).rejects.toThrow('on purpose');

  const waiting = async () => {
    const [row] = await ownerQuery<{ open: number; undelivered: number }>(
      `SELECT (SELECT count(*)::int FROM applications WHERE status NOT IN ('approved', 'declined')) AS open,
              (SELECT count(*)::int FROM webhook_deliveries WHERE status = 'pending') AS undelivered`,
    );
    return row!;
  };
  const end = Date.now() + patienceMs;
  for (let left = await waiting(); left.open + left.undelivered > 0; left = await waiting()) {
    expect(Date.now(), `${left.open} open, ${left.undelivered} undelivered`).toBeLessThan(end);
    if (left.open === 0) over.abort(); // what is left on its way has a sweep of its own (faults.db.test.ts)
    await pause(500);
  }
  over.abort();
  await killing;
  worker.kill();

  expect(kills).toBeGreaterThan(0);
  // Versions and terminal outcomes of each application, as many as its company has.
  const ends = await ownerQuery<{ company: string; versions: number; completed: number; count: number }>(
    `SELECT company, versions, completed, count(*)::int FROM (
       SELECT a.company_number AS company,
              (SELECT count(*)::int FROM decision_versions d WHERE d.application_id = a.id) AS versions,
              (SELECT count(*)::int FROM events e WHERE e.object_id = a.decision_id AND e.type = 'decision.completed') AS completed
       FROM applications a) AS ended
     GROUP BY company, versions, completed ORDER BY company`,
  );
  const each = applications / numbers.length;
  expect(ends).toEqual(
    Object.entries(companies).map(([company, versions]) => ({
      company,
      versions,
      completed: 1,
      count: each,
    })),
  );
  const events = await ownerQuery<{ id: string }>('SELECT id FROM events');
  const got = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
  expect(events.filter(({ id }) => !got.has(id))).toEqual([]);
  expect(got.size).toBe(events.length);
});
