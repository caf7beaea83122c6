import { expect, it } from 'vitest';
import { restartPauseMs } from './restart-pause';

it('doubles from one second to thirty, and begins anew after a healthy minute', () => {
  const pauses: number[] = [];
  let pause = 0;
  for (let crash = 0; crash < 7; crash += 1) pauses.push((pause = restartPauseMs(pause, 100)));
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(restartPauseMs(30_000, 60_000)).toBe(1_000);
});
