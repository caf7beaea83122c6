// Promises "Money-out", "Idempotency" and "Webhooks": the connection to the database breaks at each message of an act, in
// three styles, and nothing is done twice or lost. Some messages here; every one with `npm run test:faults -- --full`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runSimulatedBank } from '@/lib/providers';
import { createProject, ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { faultStyles, startMessageProxy, type MessageProxy } from '@/lib/testing/servers/message-proxy';
import { startReceiver } from '@/lib/webhooks/testing';
import { createApplicationOnce } from './scenarios/create-application';
import { deliverWebhook } from './scenarios/deliver-webhook';
import { moneyOut } from './scenarios/money-out';
import { sweep, type Scenario, type SweepResult } from './sweep';
import { bundleVictim } from './victim-process';

const bankPort = await vi.hoisted(async () => {
  const { freePort } = await import('@/lib/testing/servers/free-port');
  const port = await freePort();
  process.env['BANK_RAIL_URL'] = `http://127.0.0.1:${port}`;
  process.env['LIVE_PROVIDERS'] = 'simulated';
  process.env['ALLOW_LOCAL_WEBHOOKS'] = '1';
  return port;
});

const full = process.env['FAULTS'] === 'full';
/** The short run strikes every so many messages, in a different gait for each style, and kills nobody. */
const steps = { kill: 47, 'cut reply': 19, reset: 17 } as const;
const styles = full ? faultStyles : (['cut reply', 'reset'] as const);

const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-faults-'));
const file = path.join(folder, 'live.jsonl');
const results: SweepResult[] = [];
const closers: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
let proxy: MessageProxy;
let settings: Record<string, string>;
const scenarios: Record<string, Scenario<never>> = {};

beforeAll(async () => {
  const bank = await runSimulatedBank({ file, settleAfterMs: 2 ** 30 }, bankPort);
  closers.unshift(() => bank.stop());
  const server = new URL(testDatabaseUrl());
  proxy = await startMessageProxy(server.hostname, Number(server.port));
  closers.unshift(() => proxy.stop());
  server.port = String(proxy.port);
  settings = { DATABASE_URL: server.toString(), DATABASE_POOL_SIZE: '3' };
  // Many releases of one day; the limits have their own tests.
  await ownerQuery(
    'SET session_replication_role = replica; UPDATE money_out_limits SET per_person_day_pence = 1e14, per_partner_day_pence = 1e14',
  );
  const receiver = await startReceiver();
  closers.unshift(() => receiver.close());
  const sandbox = await createProject();
  // With limits that nobody runs into: a sweep asks faster than a sandbox may.
  const live = await createProject({ livemode: true });
  scenarios['money-out'] = moneyOut(live, file) as Scenario<never>;
  scenarios['create'] = createApplicationOnce(live) as Scenario<never>;
  scenarios['deliver'] = deliverWebhook(sandbox, receiver) as Scenario<never>;
  await bundleVictim();
});

afterAll(async () => {
  for (const close of closers) await close();
  const report = process.env['FAULTS_REPORT'];
  if (report) writeFileSync(report, JSON.stringify(results));
});

describe.each(['money-out', 'create', 'deliver'])('%s', (name) => {
  it.each(styles)(
    '%s: nothing twice, nothing lost',
    { timeout: full ? 1_800_000 : 180_000 },
    async (style) => {
      const only = full ? undefined : (message: number) => message % steps[style] === 1;
      const result = await sweep(scenarios[name] as Scenario<never>, style, {
        proxy,
        settings,
        ...(only && { only }),
      });
      results.push(result);
      expect(result.complaints).toEqual([]);
      expect([result.double, result.lost]).toEqual([0, 0]);
      expect(result.struck).toBe(result.runs - 1);
      expect(result.struck).toBeGreaterThan(0);
    },
  );
});

it('the bank was paid by nobody else', async () => {
  expect(
    await ownerQuery('SELECT kind, subject, detail FROM reconciliation_exceptions WHERE blocking'),
  ).toEqual([]);
  expect(await ownerQuery('SELECT reason FROM money_out_stops WHERE started_at IS NULL')).toEqual([]);
});
