// The replay of a day's arrivals: what it says is what the limiter says, and it says so fast.
import { expect, it } from 'vitest';
import type { SubLimitName } from '@/lib/core/limits';
import { newId } from '@/lib/core/ids';
import { limitsOf } from '@/lib/rate-limit';
import { applicationQuery, createProject, ownerQuery } from '@/lib/testing';
import { countCall, eraseOldUsage, flushUsage, replayTiers } from '.';

const minuteMs = 60_000;
/** A whole minute that is over. */
const minute = Math.floor(Date.now() / minuteMs) * minuteMs - 10 * minuteMs;

const arrive = (projectId: string, at: number, calls: number, meteredBy: 'project' | SubLimitName = 'project', durationMs = 4, status = 200) => {
  for (let call = 0; call < calls; call += 1) {
    countCall({ projectId, clientId: 'cid', credentialId: 'sec', operationId: meteredBy, status, requestId: newId('req'), at, durationMs, address: undefined, isResourceCall: true, meteredBy });
  }
}; // prettier-ignore
const project = async () => {
  const { id } = await createProject();
  return { id, tier: 'build', limits: limitsOf({ tier: 'build', negotiatedLimits: null }) };
};
const tierOf = (whatIf: Awaited<ReturnType<typeof replayTiers>>, tier: string) =>
  whatIf.tiers.find((one) => one.tier === tier)!;

it('says of a burst what the buckets hold and gain, in each tier', async () => {
  const asked = await project();
  arrive(asked.id, minute + 7_000, 200);
  arrive(asked.id, minute + 8_000, 30, 'project', 4, 429); // refused then; a call all the same
  await flushUsage();
  const whatIf = await replayTiers(asked);
  expect(whatIf).toMatchObject({
    arrivals: 230,
    peak_second: { at: new Date(minute + 7_000).toISOString(), arrivals: 200 },
  });
  // 50 and ten a second: 60 less the token that is not whole, then ten more.
  expect(tierOf(whatIf, 'build')).toMatchObject({
    is_own: true,
    throttled: 230 - 69,
    throttled_by_concurrency: 0,
    throttled_share: (230 - 69) / 230,
    worst_second: { at: new Date(minute + 7_000).toISOString() },
  });
  expect(tierOf(whatIf, 'launch')).toMatchObject({ throttled: 230 - 149 });
  expect(tierOf(whatIf, 'scale')).toMatchObject({ throttled: 0, worst_second: null, is_own: false });
});

it('counts slots that are held, and sub-limits that refuse in every tier', async () => {
  const slow = await project();
  // 40 within a second that take two seconds each: as many pass as there are slots.
  arrive(slow.id, minute, 40, 'project', 2_000);
  await flushUsage();
  const held = await replayTiers(slow);
  expect(tierOf(held, 'build')).toMatchObject({ throttled: 30, throttled_by_concurrency: 30 });
  expect(tierOf(held, 'launch').throttled).toBe(20);
  expect(tierOf(held, 'scale').throttled).toBe(0);

  const creating = await project();
  arrive(creating.id, minute, 20, 'applications.create');
  await flushUsage();
  const created = await replayTiers(creating);
  expect(created.tiers.map(({ throttled_by_rate }) => throttled_by_rate)).toEqual([11, 11, 11]);
});

it('leaves out what came to no limiter, to another project, or before the day', async () => {
  const asked = await project();
  countCall({ projectId: asked.id, clientId: 'cid', credentialId: undefined, operationId: 'x', status: 401, requestId: newId('req'), at: minute, durationMs: 1, address: undefined, isResourceCall: true, meteredBy: undefined }); // prettier-ignore
  arrive((await project()).id, minute, 3);
  arrive(asked.id, minute - 25 * 3_600_000, 5);
  await flushUsage();
  expect(await replayTiers(asked)).toMatchObject({ arrivals: 0, peak_second: null });
});

it('adds a later flush to the same seconds', async () => {
  const asked = await project();
  arrive(asked.id, minute + 59_999, 2);
  await flushUsage();
  arrive(asked.id, minute + 59_000, 3);
  arrive(asked.id, minute, 1);
  await flushUsage();
  expect(await replayTiers(asked)).toMatchObject({ arrivals: 6, peak_second: { arrivals: 5 } });
});

it('shows negotiated figures beside the published ones', async () => {
  const { id } = await createProject();
  const negotiated = { bucket: { ratePerSecond: 1, burst: 1 }, concurrent: 1, subLimits: {}, tokenPlane: { ratePerSecond: 1, burst: 1 } }; // prettier-ignore
  const limits = limitsOf({ tier: 'platform', negotiatedLimits: negotiated });
  arrive(id, minute, 5);
  await flushUsage();
  const whatIf = await replayTiers({ id, tier: 'platform', limits });
  expect(whatIf.tiers.map(({ tier, is_own }) => [tier, is_own])).toEqual([
    ['build', false],
    ['launch', false],
    ['scale', false],
    ['platform', true],
  ]);
  expect(tierOf(whatIf, 'platform').throttled).toBe(4);
});

it('replays a million arrivals through three tiers within a second, and others have their turn', async () => {
  const asked = await project();
  const from = Math.floor(Date.now() / minuteMs) * minuteMs - 1_430 * minuteMs;
  // 1,400 minutes of twelve calls a second, a twelfth of them writes: 1,008,000.
  for (const [meteredBy, calls] of [['project', 11], ['applications.create', 1]] as const) {
    await ownerQuery(
      `INSERT INTO usage_arrivals SELECT $1, to_timestamp($2) + n * interval '1 minute', $3, array_fill($4::int, ARRAY[60]), 60, 300000
       FROM generate_series(1, 1400) AS n`,
      [asked.id, from / 1000, meteredBy, calls],
    );
  } // prettier-ignore
  await replayTiers(asked);
  let longestMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const whatIf = await replayTiers(asked);
  const tookMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  clearInterval(watch);
  console.log(`  ${whatIf.arrivals} arrivals through ${whatIf.tiers.length} tiers: ${Math.round(tookMs)} ms, ${Math.round((user + system) / 1000)} ms of the processor, others waited ${longestMs.toFixed(1)} ms at most`); // prettier-ignore
  expect(whatIf.arrivals).toBe(1_008_000);
  expect(tierOf(whatIf, 'launch').throttled).toBe(0);
  expect(tookMs).toBeLessThan(4_000); // a second on a machine that does nothing else
});

it('forgets seconds after two days', async () => {
  const { id } = await createProject();
  const insert = (days: number) =>
    ownerQuery(
      `INSERT INTO usage_arrivals VALUES ($1, date_trunc('minute', now()) - make_interval(days => $2), 'project', array_fill(1, ARRAY[60]), 0, 0)`,
      [id, days],
    );
  await insert(1);
  await insert(3);
  await eraseOldUsage();
  const rows = await ownerQuery('SELECT FROM usage_arrivals WHERE project_id = $1', [id]);
  expect(rows).toHaveLength(1);
});

it.each([
  ['usage_arrivals_whole_minute', `'2026-01-01 00:00:01Z', 'project', array_fill(1, ARRAY[60]), 0, 0`],
  ['usage_arrivals_metered_by', `'2026-01-01 00:00:00Z', 'A B', array_fill(1, ARRAY[60]), 0, 0`],
  ['usage_arrivals_calls', `'2026-01-01 00:00:00Z', 'project', array_fill(1, ARRAY[59]), 0, 0`],
  ['usage_arrivals_calls', `'2026-01-01 00:00:00Z', 'project', array_fill(-1, ARRAY[60]), 0, 0`],
  ['usage_arrivals_calls', `'2026-01-01 00:00:00Z', 'project', array_fill(NULL::int, ARRAY[60]), 0, 0`],
  ['usage_arrivals_served', `'2026-01-01 00:00:00Z', 'project', array_fill(1, ARRAY[60]), -1, 0`],
])('has the constraint %s', async (name, values) => {
  const { id } = await createProject();
  const insert = applicationQuery(`INSERT INTO usage_arrivals VALUES ($1, ${values})`, [id]);
  await expect(insert).rejects.toThrow(name);
});
