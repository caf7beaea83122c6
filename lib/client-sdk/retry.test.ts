import { describe, expect, it } from 'vitest';
import { sendWithRetries, type Surroundings } from './retry';

const envelope = (code: string) => JSON.stringify({ error: { code, message: 'No.' } });

/** A network that gives these answers in turn, and a clock that only pauses move. */
function network(answers: readonly (() => Response | Promise<Response>)[]) {
  const pauses: number[] = [];
  const sent: string[] = [];
  const surroundings: Surroundings = {
    fetch: async (request) => {
      sent.push(await request.text());
      const answer = answers[sent.length - 1];
      if (!answer) throw new Error('Nobody expected another try');
      return answer();
    },
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    random: () => 0,
    now: () => 0,
  };
  const send = (policy = {}, signal?: AbortSignal) =>
    sendWithRetries(
      () => new Request('http://localhost/', { method: 'POST', body: 'same' }),
      policy,
      surroundings,
      signal,
    );
  return { pauses, sent, send };
}

const answer =
  (status: number, headers: Record<string, string> = {}, body?: string) =>
  () =>
    new Response(body, { status, headers });
const broken = () => Promise.reject<Response>(new TypeError('fetch failed'));

describe('retries', () => {
  it('waits as long as Retry-After says, in seconds or until an instant', async () => {
    const instant = new Date(7_000).toUTCString();
    const { pauses, sent, send } = network([
      answer(429, { 'retry-after': '3' }),
      answer(503, { 'retry-after': instant }),
      answer(201),
    ]);
    expect((await send()).status).toBe(201);
    expect(pauses).toEqual([3_000, 7_000]);
    expect(sent).toEqual(['same', 'same', 'same']);
  });

  it('doubles the pause up to its cap when nobody names one', async () => {
    const { pauses, send } = network([broken, answer(500), broken, answer(502), broken, answer(200)]);
    expect((await send({ attempts: 6, baseMilliseconds: 100, capMilliseconds: 500 })).status).toBe(200);
    expect(pauses).toEqual([50, 100, 200, 250, 250]);
  });

  it('ends with the last answer, or with the last fault of the network', async () => {
    const refused = network([broken, answer(503), answer(503)]);
    expect((await refused.send({ attempts: 3 })).status).toBe(503);
    expect(refused.sent).toHaveLength(3);
    const silent = network([answer(503), broken]);
    await expect(silent.send({ attempts: 2 })).rejects.toThrow('fetch failed');
  });

  it('leaves refusals alone that waiting does not help', async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 501]) {
      const { sent, send } = network([answer(status, {}, envelope('invalid_state'))]);
      expect((await send()).status).toBe(status);
      expect(sent).toHaveLength(1);
    }
    const notReady = network([answer(409, { 'retry-after': '1' }, envelope('decision_not_ready'))]);
    expect((await notReady.send()).status).toBe(409);
  });

  it('waits for the first try of the same key', async () => {
    const { pauses, send } = network([
      answer(409, { 'retry-after': '1' }, envelope('idempotency_key_in_progress')),
      answer(201),
    ]);
    expect((await send()).status).toBe(201);
    expect(pauses).toEqual([1_000]);
  });

  it('does not sit out a pause beyond the longest', async () => {
    const { sent, send } = network([answer(429, { 'retry-after': '61' })]);
    expect((await send()).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  it('ends when the caller gives up', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const giveUp = () => {
      controller.abort(reason);
      return broken();
    };
    const { sent, send } = network([giveUp]);
    await expect(send({}, controller.signal)).rejects.toThrow();
    await expect(send({}, controller.signal)).rejects.toBe(reason);
    expect(sent).toHaveLength(1);
  });
});
