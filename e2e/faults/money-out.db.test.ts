// Promises "Money-out": 200 presses on each of 200 disbursements by two processes, and a database that was restored. The
// bank's own file is the oracle. Fewer of each here; all of them with `npm run test:faults -- --full`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase } from '@/lib/db';
import { approved, createStaff, statusOf } from '@/lib/disbursements/testing';
import { bankReference, listExceptions, payOne, startPayer, sweepPayments } from '@/lib/payer';
import { released } from '@/lib/payer/testing';
import { runSimulatedBank } from '@/lib/providers';
import { readJournal } from '@/lib/providers/testing';
import { countRows, createProject, ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { forgetSingleton } from '@/lib/core/singleton';
import { bundleVictim, startVictim, type Victim } from './victim-process';

const bankPort = await vi.hoisted(async () => {
  const { freePort } = await import('@/lib/testing/servers/free-port');
  const port = await freePort();
  process.env['BANK_RAIL_URL'] = `http://127.0.0.1:${port}`;
  process.env['LIVE_PROVIDERS'] = 'simulated';
  return port;
});

const full = process.env['FAULTS'] === 'full';
const disbursements = full ? 200 : 4;
/** On one disbursement, by each of two processes. */
const presses = full ? 100 : 20;

const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-money-out-'));
const file = path.join(folder, 'live.jsonl');
const closers: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
const paid = (id: string) =>
  readJournal(file).filter(({ reference, state }) => reference === bankReference(id) && state === 'accepted')
    .length;

beforeAll(async () => {
  const bank = await runSimulatedBank({ file, settleAfterMs: 2 ** 30 }, bankPort);
  closers.unshift(() => bank.stop());
  // Many releases of one day; the limits have their own tests.
  await ownerQuery(
    'SET session_replication_role = replica; UPDATE money_out_limits SET per_person_day_pence = 1e14, per_partner_day_pence = 1e14',
  );
  await bundleVictim();
}, 60_000);
afterAll(async () => {
  for (const close of closers) await close();
});

describe('two processes', () => {
  it(
    'press release at once, and each disbursement is released and paid once',
    { timeout: 1_800_000 },
    async () => {
      const project = await createProject({ livemode: true });
      const first = await createStaff('reviewer');
      const officers = await Promise.all(Array.from({ length: 5 }, () => createStaff('releaser')));
      const ids: string[] = [];
      for (let made = 0; made < disbursements; made += 1) ids.push(await approved(project, first));

      const settings = { DATABASE_URL: testDatabaseUrl(), DATABASE_POOL_SIZE: '10' };
      const processes: readonly Victim[] = await Promise.all([startVictim(settings), startVictim(settings)]);
      for (const id of ids) {
        const told = await Promise.all(
          processes.map((one) => one.obey({ act: 'press', id, officers, presses })),
        );
        expect(told.map(({ error }) => error)).toEqual([undefined, undefined]);
        expect(
          told.reduce((sum, { acknowledged }) => sum + (acknowledged?.count ?? 0), 0),
          id,
        ).toBe(1);
      }
      for (const one of processes) await one.stop();
      await sweepPayments(); // as the worker does every so often

      for (const id of ids) {
        const found = {
          status: await statusOf(id),
          paid: paid(id),
          instructions: await countRows('bank_instructions', 'disbursement_id = $1', [id]),
          events: await countRows('events', "object_id = $1 AND type = 'disbursement.released'", [id]),
        };
        expect(found, id).toEqual({ status: 'sent', paid: 1, instructions: 1, events: 1 });
      }
    },
  );
});

/** Runs statements beside the test's database, to which nobody may be connected meanwhile. */
async function onServer(...statements: readonly string[]): Promise<void> {
  await closeDatabase();
  for (const one of ['db.pool', 'db.prisma']) forgetSingleton(one); // the next question connects anew
  const url = new URL(testDatabaseUrl());
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('a database that was restored to an earlier moment', () => {
  it('pays nothing until the bank’s record is matched, and nothing twice', { timeout: 120_000 }, async () => {
    const name = new URL(testDatabaseUrl()).pathname.slice(1);
    const project = await createProject({ livemode: true });
    const [before, forgotten] = [await released(project), await released(project)];
    expect(await payOne(before)).toBe('accepted');

    await onServer(`CREATE DATABASE ${name}_backup TEMPLATE ${name}`);
    expect(await payOne(forgotten)).toBe('accepted'); // the ten minutes that the backup does not know
    await onServer(
      `ALTER DATABASE ${name} RENAME TO ${name}_lost`,
      `ALTER DATABASE ${name}_backup RENAME TO ${name}`,
    );
    closers.unshift(() => onServer(`DROP DATABASE ${name}_lost`));
    expect(await statusOf(forgotten)).toBe('released'); // as if nothing had been sent

    forgetSingleton('payer.start-up'); // the process starts anew
    await startPayer();
    const exceptions = await listExceptions(true);
    expect(exceptions.map(({ subject }) => subject)).toContain(bankReference(forgotten));
    expect(await countRows('money_out_stops', 'started_at IS NULL')).toBeGreaterThan(0);
    expect(await payOne(forgotten)).not.toBe('accepted');
    expect([paid(before), paid(forgotten)]).toEqual([1, 1]);
  });
});
