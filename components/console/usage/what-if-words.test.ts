import { expect, it } from 'vitest';
import type { WhatIf } from '@/lib/usage';
import { throttledShare, whatIfSentence } from './what-if-words';

const tier = (name: string, throttled: number) => ({ tier: name, throttled });
const replay = (arrivals: number, ...tiers: object[]) => ({ arrivals, tiers }) as unknown as WhatIf;

it('says of each tier how many it would have throttled', () => {
  expect(whatIfSentence(replay(8_640, tier('build', 1_412), tier('launch', 0)))).toBe(
    'On build 1,412 of 8,640 calls throttled, on launch 0.',
  );
  expect(whatIfSentence(replay(0, tier('build', 0)))).toMatch(/^No calls/);
});

it('never writes a few as none', () => {
  expect([0, 0.00001, 0.048, 1].map(throttledShare)).toEqual(['0%', 'below 0.1%', '4.8%', '100.0%']);
});
