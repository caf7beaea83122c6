// Real transactions on a real server: what two requests with one key see of each other.
import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { withTransaction, type Transaction } from '@/lib/db';
import { countRows, createProject, ownerQuery } from '@/lib/testing';
import { answerOnce, findStoredAnswer, storeRefusal, type KeyedRequest } from './answer-once';

const answer = { status: 201, body: '{"id":"app_1"}' };

async function keyedRequest(payload: unknown = { amount: 1 }): Promise<KeyedRequest> {
  const project = await createProject();
  return {
    projectId: project.id,
    method: 'POST',
    path: '/partner/v1/applications',
    key: newId('req'),
    payload,
  };
}

/** An effect that can be counted. */
async function effect(tx: Transaction, name: string): Promise<typeof answer> {
  await tx.prisma.platformFact.create({ data: { name: `${name}:${newId('evt')}`, value: 'x' } });
  return answer;
}
const effects = (name: string) => countRows('platform_facts', 'name LIKE $1', [`${name}:%`]);

const once = (request: KeyedRequest, name: string) =>
  withTransaction((tx) => answerOnce(tx, request, () => effect(tx, name)));

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : String(error));

describe('one key', () => {
  it('has one effect, and its answer is replayed to the byte', async () => {
    const request = await keyedRequest();
    const first = await once(request, request.key);
    const second = await once(request, request.key);
    expect(first).toEqual({ replayed: false, answer });
    expect(second).toEqual({ replayed: true, answer });
    expect(await effects(request.key)).toBe(1);
  });

  it('refuses another payload and has no second effect', async () => {
    const request = await keyedRequest();
    await once(request, request.key);
    await expect(once({ ...request, payload: { amount: 2 } }, request.key)).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect(await effects(request.key)).toBe(1);
  });

  it('is another key on another path, method or project', async () => {
    const request = await keyedRequest();
    const other = await keyedRequest();
    await once(request, request.key);
    await once({ ...request, path: '/partner/v1/other' }, request.key);
    await once({ ...request, method: 'PATCH' }, request.key);
    await once({ ...request, projectId: other.projectId }, request.key);
    expect(await effects(request.key)).toBe(4);
  });

  it('is in progress while its transaction runs, and free when that ends without a commit', async () => {
    const request = await keyedRequest();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let started = () => {};
    const running = new Promise<void>((resolve) => (started = resolve));
    const slow = withTransaction((tx) =>
      answerOnce(tx, request, async () => {
        await effect(tx, request.key);
        started();
        await held;
        throw new Error('the process dies here');
      }),
    );
    await running;
    await expect(once(request, request.key)).rejects.toMatchObject({ code: 'idempotency_key_in_progress' });
    release();
    await expect(slow).rejects.toThrow('dies here');
    expect(await effects(request.key)).toBe(0);
    expect(await once(request, request.key)).toMatchObject({ replayed: false });
    expect(await effects(request.key)).toBe(1);
  });

  it('has one effect under 50 concurrent requests; the others replay or are told to wait', async () => {
    const request = await keyedRequest();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        once(request, request.key).then(
          (outcome) => (outcome.replayed ? 'replayed' : 'executed'),
          (error: unknown) => codeOf(error),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'executed')).toHaveLength(1);
    expect(
      outcomes.every((outcome) => ['executed', 'replayed', 'idempotency_key_in_progress'].includes(outcome)),
    ).toBe(true);
    expect(await effects(request.key)).toBe(1);
  });

  it('is unique by constraint: without the lock and the look-up a second effect still rolls back', async () => {
    const request = await keyedRequest();
    await once(request, request.key);
    const { insertRecord } = await import('./repository');
    const { payloadHash } = await import('./payload-hash');
    await expect(
      withTransaction(async (tx) => {
        await effect(tx, request.key);
        await insertRecord(request, payloadHash(request.payload), answer, tx);
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await effects(request.key)).toBe(1);
  });
});

describe('a final refusal', () => {
  const refusal = { status: 409, body: '{"error":{"code":"invalid_state"}}' };

  it('is stored by itself and replayed', async () => {
    const request = await keyedRequest();
    expect(await storeRefusal(request, refusal)).toEqual({ replayed: false, answer: refusal });
    expect(await findStoredAnswer(request)).toEqual(refusal);
  });

  it('gives way to an answer that another request stored in between', async () => {
    const request = await keyedRequest();
    await once(request, request.key);
    expect(await storeRefusal(request, refusal)).toEqual({ replayed: true, answer });
  });
});

describe('a stored answer', () => {
  it('is not readable in the database', async () => {
    const request = await keyedRequest();
    await once(request, request.key);
    const rows = await ownerQuery<{ body_encrypted: Buffer }>(
      'SELECT body_encrypted FROM idempotency_records WHERE key = $1',
      [request.key],
    );
    expect(rows[0]?.body_encrypted.includes('app_1')).toBe(false);
  });
});
