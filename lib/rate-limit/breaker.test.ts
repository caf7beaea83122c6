import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Breaker } from './breaker';

let answers: boolean[];
let log: string[];
let breaker: Breaker;

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  log = [];
  breaker = new Breaker({
    probe: async () => {
      log.push('probe');
      return answers.shift() ?? false;
    },
    onOpen: (reason) => log.push(`open: ${reason}`),
    onClose: () => log.push('close'),
  });
});
afterEach(() => {
  breaker.stop();
  vi.useRealTimers();
});

it('opens once, probes until Redis is back, and closes', async () => {
  expect(breaker.isClosed).toBe(true);
  answers = [false, false, true];
  breaker.trip('silence');
  breaker.trip('more silence');
  expect(breaker.isClosed).toBe(false);
  await vi.advanceTimersByTimeAsync(599);
  expect(log).toEqual(['open: silence', 'probe', 'probe']);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['open: silence', 'probe', 'probe', 'probe', 'close']);
  expect(breaker.isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(log).toHaveLength(5);
});

it('opens again after it has closed', async () => {
  answers = [true];
  breaker.trip('first');
  await vi.advanceTimersByTimeAsync(100);
  expect(breaker.isClosed).toBe(true);
  breaker.trip('second');
  expect(log).toEqual(['open: first', 'probe', 'close', 'open: second']);
});

it('probes no more once it was stopped', async () => {
  answers = [true];
  breaker.trip('silence');
  breaker.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(log).toEqual(['open: silence']);
  expect(breaker.isClosed).toBe(false);
});
