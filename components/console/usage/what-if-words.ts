import type { WhatIf } from '@/lib/usage';

const count = (value: number) => value.toLocaleString('en-GB');

/** `On build 412 of 8,640 calls throttled, on launch 0, on scale 0.` */
export function whatIfSentence({ arrivals, tiers }: WhatIf): string {
  if (arrivals === 0) return 'No calls in these 24 hours, so no tier would have throttled any.';
  const [first, ...others] = tiers.map(({ tier, throttled }, index) => {
    const of = index === 0 ? ` of ${count(arrivals)} calls throttled` : '';
    return `on ${tier} ${count(throttled)}${of}`;
  });
  return `${[first?.replace('on', 'On'), ...others].join(', ')}.`;
}

/** `4.8%`; what is above nothing is never written as nothing. */
export function throttledShare(share: number): string {
  if (share === 0) return '0%';
  return share < 0.001 ? 'below 0.1%' : `${(share * 100).toFixed(1)}%`;
}
