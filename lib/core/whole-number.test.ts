import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeNumberField } from './whole-number';

const field = wholeNumberField({ min: 1, max: 25_000_000, message: 'no' });

describe('a whole number', () => {
  it('is what an integer column can hold, and nothing else', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 30_000_000, noNaN: true }), (value) => {
        const fits = Number.isInteger(value) && value >= 1 && value <= 25_000_000;
        expect(field.safeParse(value).success).toBe(fits);
      }),
    );
  });

  it('is not almost whole', () => {
    expect(field.safeParse(24_999_999.999999985).success).toBe(false);
  });
});
