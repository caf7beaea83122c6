// One name, many spellings; and names that only look alike.
import { describe, expect, it } from 'vitest';
import { isSameCompanyName } from './company-name';

describe('a registered name', () => {
  it.each([
    ['Healthy Ltd', 'HEALTHY LIMITED'],
    ['Healthy Ltd', ' healthy,  ltd. '],
    ['Big Bank PLC', 'Big Bank Public Limited Company'],
    ['Two Partners LLP', 'Two-Partners Limited Liability Partnership'],
    ['Café Ltd', 'Cafe\u0301 Ltd'],
  ])('is the same: %s and %s', (one, other) => expect(isSameCompanyName(one, other)).toBe(true));

  it.each([
    ['Healthy Ltd', 'Healthy'],
    ['Healthy Ltd', 'Healthy PLC'],
    ['Healthy Ltd', 'Limited Healthy'],
    ['Healthy Ltd', 'Healthy Unlimited'],
    ['Healthy Ltd', 'Healthy Trading Ltd'],
  ])('is another: %s and %s', (one, other) => expect(isSameCompanyName(one, other)).toBe(false));
});
