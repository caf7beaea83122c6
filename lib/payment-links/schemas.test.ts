// What a payment link's body may be: limits, the Faster Payments set, defaults.
import { describe, expect, it } from 'vitest';
import { uncoded } from '@/lib/core/field-errors';
import { createPaymentLinkSchema } from './schemas';

const body = { amount_pence: 12_500, reference: 'INV-1001' };
const refusal = (overrides: object) => {
  const parsed = createPaymentLinkSchema.safeParse({ ...body, ...overrides });
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return [issue!.path.join('.'), uncoded(issue!.message)?.code];
};

const fasterPaymentsSet = `ABCXYZabcxyz0189 /-?:().,'+#=!"%&*<>;{@`;

describe('the reference', () => {
  it('takes every character of the Faster Payments set, and no other', () => {
    for (let code = 0; code < 0x250; code += 1) {
      const character = String.fromCharCode(code);
      const allowed = /[A-Za-z0-9]/.test(character) || fasterPaymentsSet.includes(character);
      expect([code, refusal({ reference: character }) === undefined]).toEqual([code, allowed]);
    }
    for (const reference of ['🙂', 'é', 'Rent\n', '£5'])
      expect(refusal({ reference })).toEqual(['reference', 'invalid_value']);
  });

  it('has 1 to 18 characters', () => {
    expect(refusal({ reference: 'A'.repeat(18) })).toBeUndefined();
    for (const reference of ['', 'A'.repeat(19)])
      expect(refusal({ reference })).toEqual(['reference', 'invalid_value']);
  });
});

describe('the other fields', () => {
  it.each([
    [{ amount_pence: 1 }, undefined],
    [{ amount_pence: 100_000_000 }, undefined],
    [{ amount_pence: 0 }, ['amount_pence', 'invalid_amount']],
    [{ amount_pence: 100_000_001 }, ['amount_pence', 'invalid_amount']],
    [{ amount_pence: 1.5 }, ['amount_pence', 'invalid_amount']],
    [{ expires_in_days: 1 }, undefined],
    [{ expires_in_days: 30 }, undefined],
    [{ expires_in_days: 0 }, ['expires_in_days', 'invalid_value']],
    [{ expires_in_days: 31 }, ['expires_in_days', 'invalid_value']],
    [{ expires_in_days: 1.5 }, ['expires_in_days', 'invalid_value']],
    [{ return_url: 'https://partner.example/paid?x=1' }, undefined],
    [{ return_url: 'http://partner.example/' }, ['return_url', 'invalid_value']],
    [{ return_url: 'javascript:alert(1)' }, ['return_url', 'invalid_value']],
    [{ return_url: 'https://user:secret@partner.example/' }, ['return_url', 'invalid_value']],
    [{ payer: {} }, undefined],
    [{ payer: { email: 'ada' } }, ['payer.email', 'invalid_email']],
    [
      { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'v'])) },
      ['metadata', 'invalid_value'],
    ],
  ])('%j', (overrides, expected) => {
    expect(refusal(overrides)).toEqual(expected);
  });
});
