// Callbacks on a real database: forged, replayed, reordered, at once; two tabs; and the constraints below them.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { applicationQuery, createProject, ownerQuery } from '@/lib/testing';
import { receiveCallback } from './receive-callback';
import type { AttemptStatus } from './state';
import {
  attemptsOf,
  auditActsOf,
  callback,
  eventTypesOf,
  factsOf,
  make,
  randomSignature,
  start,
  tell,
  traces,
} from './testing';

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('a callback that is not the provider’s', () => {
  it('changes nothing, whatever is wrong with it', async () => {
    const link = await make(await createProject());
    const attempt = await start(link);
    const good = callback(attempt, 'settled');
    const old = Math.floor(Date.now() / 1_000) - 301;
    const before = await traces();
    const forged = [
      { ...good, signature: '' },
      { ...good, signature: randomSignature() },
      { ...good, signature: `t=${old},v1=${createHmac('sha256', 'key').update(good.body).digest('hex')}` },
      { ...good, body: good.body.replace('12500', '1') },
      { ...good, body: `${good.body}\n` },
      { ...good, provider: 'simulated_live' },
      { ...good, provider: 'none' },
      { ...good, provider: '__proto__' },
      { ...callback(attempt, 'settled', { provider: 'simulated_live' }), provider: 'sandbox' },
    ];
    for (const call of forged) expect(await receiveCallback(call)).toBe('refused');
    expect(await tell(newId('pat'), 'settled')).toBe('unknown');
    expect(await tell(attempt, 'settled', { provider: 'simulated_live' })).toBe('unknown');
    expect(await tell(attempt, 'settled', { amountPence: 1 })).toBe('mismatch');
    expect(await traces()).toEqual(before);
    expect(await receiveCallback(good)).toBe('applied'); // the test can fail
  });
});

describe('callbacks in any order, each twice', () => {
  const ends: readonly (readonly [readonly AttemptStatus[], string, readonly string[]])[] = [
    [['succeeded', 'settled'], 'settled', ['payment.succeeded', 'payment.settled']],
    [['authorising', 'succeeded', 'settled'], 'settled', ['payment.succeeded', 'payment.settled']],
    [['authorising', 'failed'], 'failed', ['payment.failed']],
  ];
  it.each(ends)('%j end in %s', async (reports, status, events) => {
    const project = await createProject();
    for (const order of permutations(reports)) {
      const link = await make(project);
      const attempt = await start(link);
      for (const report of order) for (const _ of [1, 2]) await tell(attempt, report);
      expect([order, (await factsOf(link.id))?.status]).toEqual([order, status]);
      expect(await eventTypesOf(link.id)).toEqual(events);
      expect(await auditActsOf(link.id)).toHaveLength(2 + events.length);
    }
  });

  it('end disputed once one of them says so', async () => {
    const project = await createProject();
    for (const order of permutations(['succeeded', 'settled', 'disputed'] as const)) {
      const link = await make(project);
      const attempt = await start(link);
      for (const report of [...order, ...order]) await tell(attempt, report);
      expect(await factsOf(link.id)).toEqual({
        status: 'failed',
        failure_code: 'disputed_by_customer',
        refund_due_pence: 0,
      });
      const events = await eventTypesOf(link.id);
      expect([events[0], events.at(-1)]).toEqual(['payment.succeeded', 'payment.failed']);
      expect(events.filter((type) => type === 'payment.failed')).toHaveLength(1);
    }
  });

  it('at once leave one settlement, one event each and one audit entry each', async () => {
    const link = await make(await createProject());
    const attempt = await start(link);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tell(attempt, index % 2 ? 'settled' : 'succeeded')),
    );
    expect(outcomes.filter((outcome) => outcome === 'applied').length).toBeLessThanOrEqual(2);
    expect(await eventTypesOf(link.id)).toEqual(['payment.succeeded', 'payment.settled']);
    expect(await auditActsOf(link.id)).toEqual(['payment_link.create', 'payment_link.start', 'payment_link.succeed', 'payment_link.settle']); // prettier-ignore
  });
});

describe('two tabs', () => {
  it('that start at once share one try', async () => {
    const link = await make(await createProject());
    const tries = await Promise.all(
      ['northbank', 'thistle', 'severn', 'lantern'].map((bank) => start(link, bank)),
    );
    expect(new Set(tries).size).toBe(1);
    expect(await attemptsOf(link.id)).toHaveLength(1);
    expect(await auditActsOf(link.id)).toEqual(['payment_link.create', 'payment_link.start']);
  });

  it('that both pay leave one settlement and one flagged refund, in every order', async () => {
    const project = await createProject();
    for (const order of permutations([
      'first succeeded',
      'first settled',
      'second succeeded',
      'second settled',
    ])) {
      const link = await make(project);
      const first = await start(link);
      await tell(first, 'failed'); // given up, so that a second try can begin
      const second = await start(link, 'thistle');
      for (const step of order) {
        const [who, status] = step.split(' ') as ['first' | 'second', AttemptStatus];
        await tell(who === 'first' ? first : second, status);
      }
      const attempts = await attemptsOf(link.id);
      expect(attempts.map(({ status }) => status)).toEqual(['settled', 'settled']);
      expect(attempts.filter(({ refund_due: flagged }) => flagged)).toHaveLength(1);
      expect(await factsOf(link.id)).toEqual({
        status: 'settled',
        failure_code: null,
        refund_due_pence: 12_500,
      });
      expect((await auditActsOf(link.id)).filter((act) => act === 'payment_link.flag_refund')).toHaveLength(
        1,
      );
      expect((await eventTypesOf(link.id)).filter((type) => type === 'payment.settled')).toHaveLength(1);
    }
  }, 60_000);

  it('flag money that comes after the end, and take it off when it is disputed', async () => {
    const link = await make(await createProject());
    const first = await start(link);
    await tell(first, 'failed');
    await ownerQuery(`UPDATE payment_links SET status = 'cancelled', expires_at = NULL WHERE id = $1`, [
      link.id,
    ]);
    await tell(first, 'settled');
    expect(await factsOf(link.id)).toMatchObject({ status: 'cancelled', refund_due_pence: 12_500 });
    await tell(first, 'disputed');
    expect(await factsOf(link.id)).toMatchObject({ status: 'cancelled', refund_due_pence: 0 });
  });
});

describe('the database itself', () => {
  it('refuses a second live try, a second counted settlement, and what cannot be', async () => {
    const link = await make(await createProject());
    const attempt = await start(link);
    const copy = (changes: string) =>
      applicationQuery(
        `INSERT INTO payment_attempts SELECT (jsonb_populate_record(t, jsonb_build_object('id', '${newId('pat')}') || '${changes}')).*
         FROM payment_attempts t WHERE t.id = $1`,
        [attempt],
      );
    await expect(copy('{}')).rejects.toThrow('payment_attempts_live');
    await tell(attempt, 'settled');
    await expect(copy('{}')).rejects.toThrow('payment_attempts_settlement');
    await expect(copy('{"status":"failed","failure_code":"technical_error","refund_due":true}')).rejects.toThrow('payment_attempts_refund'); // prettier-ignore
    await copy('{"refund_due":true}');
    const set = (changes: string) =>
      applicationQuery(`UPDATE payment_links SET ${changes} WHERE id = $1`, [link.id]);
    await expect(set(`status = 'failed', failure_code = 'technical_error'`)).rejects.toThrow(
      'payment_links_disputed',
    );
    await expect(set(`status = 'failed'`)).rejects.toThrow(/payment_links_(failed|disputed)/);
    await expect(set(`paid_attempt_id = NULL`)).rejects.toThrow('payment_links_paid');
    await expect(applicationQuery('DELETE FROM payment_attempts')).rejects.toThrow('permission denied');
    await expect(applicationQuery('DELETE FROM payment_links')).rejects.toThrow('permission denied');
  });
});
