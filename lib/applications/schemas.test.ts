// Every field, limit and code of POST /applications (contract §8).
import { describe, expect, it } from 'vitest';
import { parseBody } from '@/lib/api/validation';
import { ApiError } from '@/lib/core/errors';
import { createApplicationSchema, refreshDecisionSchema } from './schemas';

const valid = {
  business: { company_number: '00000401' },
  amount_pence: 2_500_000,
  term_months: 12,
  applicant: { email: 'director@example.com' },
};

function refusalOf(body: unknown): Pick<ApiError, 'code' | 'status' | 'param'> | undefined {
  try {
    parseBody(createApplicationSchema, body);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { code: error.code, status: error.status, param: error.param };
  }
}

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value']));

describe('accepts', () => {
  it.each<[string, object]>([
    ['the least', valid],
    ['a Scottish number', { ...valid, business: { company_number: 'SC123456' } }],
    ['the least amount', { ...valid, amount_pence: 100_000 }],
    ['the greatest amount', { ...valid, amount_pence: 25_000_000 }],
    ['the shortest term', { ...valid, term_months: 3 }],
    ['the longest term', { ...valid, term_months: 60 }],
    ['a redirect instead of an address', { ...valid, applicant: undefined, redirect_uri: 'https://a.example/back?x=1' }],
    ['20 pairs', { ...valid, metadata: pairs(20) }],
    ['the longest pair', { ...valid, metadata: { ['k'.repeat(40)]: 'v'.repeat(500) } }],
    ['an empty value', { ...valid, metadata: { key: '' } }],
    ['the longest reference', { ...valid, reference: 'r'.repeat(64) }],
    ['everything', {
      ...valid, product: 'business_loan', purpose: 'stock', applicant: { email: 'a@b.example', first_name: 'Ada' },
      redirect_uri: 'https://a.example/', reference: 'r', introduction_id: 'i', metadata: {}, submit: true,
    }],
  ])('%s', (_, body) => expect(refusalOf(body)).toBeUndefined()); // prettier-ignore
});

describe('refuses', () => {
  it.each<[string, unknown, string, number, string]>([
    ['no business', { ...valid, business: undefined }, 'parameter_missing', 422, 'business'],
    ['no number', { ...valid, business: {} }, 'parameter_missing', 422, 'business.company_number'],
    ['7 digits', { ...valid, business: { company_number: '0000401' } }, 'invalid_company_number', 422, 'business.company_number'],
    ['one letter', { ...valid, business: { company_number: 'S1234567' } }, 'invalid_company_number', 422, 'business.company_number'],
    ['a number as a number', { ...valid, business: { company_number: 401 } }, 'invalid_value_type', 422, 'business.company_number'],
    ['no amount', { ...valid, amount_pence: undefined }, 'parameter_missing', 422, 'amount_pence'],
    ['too little', { ...valid, amount_pence: 99_999 }, 'invalid_amount', 422, 'amount_pence'],
    ['too much', { ...valid, amount_pence: 25_000_001 }, 'invalid_amount', 422, 'amount_pence'],
    ['a fraction of a penny', { ...valid, amount_pence: 250_000.5 }, 'invalid_amount', 422, 'amount_pence'],
    ['a negative amount', { ...valid, amount_pence: -1 }, 'invalid_amount', 422, 'amount_pence'],
    ['an amount in words', { ...valid, amount_pence: '2500000' }, 'invalid_value_type', 422, 'amount_pence'],
    ['null', { ...valid, amount_pence: null }, 'invalid_value_type', 422, 'amount_pence'],
    ['2 months', { ...valid, term_months: 2 }, 'invalid_value', 422, 'term_months'],
    ['61 months', { ...valid, term_months: 61 }, 'invalid_value', 422, 'term_months'],
    ['half a month', { ...valid, term_months: 12.5 }, 'invalid_value', 422, 'term_months'],
    ['another product', { ...valid, product: 'flex' }, 'invalid_value', 422, 'product'],
    ['another purpose', { ...valid, purpose: 'holiday' }, 'invalid_value', 422, 'purpose'],
    ['no address and no redirect', { ...valid, applicant: undefined }, 'parameter_missing', 422, 'applicant.email'],
    ['a bad address', { ...valid, applicant: { email: 'director@' } }, 'invalid_email', 422, 'applicant.email'],
    ['submit without a name', { ...valid, submit: true }, 'parameter_missing', 422, 'applicant.first_name'],
    ['submit without an address', { ...valid, applicant: undefined, redirect_uri: 'https://a.example', submit: true }, 'parameter_missing', 422, 'applicant.email'],
    ['plain http', { ...valid, redirect_uri: 'http://a.example/' }, 'invalid_value', 422, 'redirect_uri'],
    ['a script', { ...valid, redirect_uri: 'javascript:alert(1)' }, 'invalid_value', 422, 'redirect_uri'],
    ['credentials in the URL', { ...valid, redirect_uri: 'https://u:p@a.example/' }, 'invalid_value', 422, 'redirect_uri'],
    ['65 characters', { ...valid, reference: 'r'.repeat(65) }, 'invalid_value', 422, 'reference'],
    ['21 pairs', { ...valid, metadata: pairs(21) }, 'invalid_value', 422, 'metadata'],
    ['a long value', { ...valid, metadata: { key: 'v'.repeat(501) } }, 'invalid_value', 422, 'metadata.key'],
    ['a number in metadata', { ...valid, metadata: { key: 1 } }, 'invalid_value_type', 422, 'metadata.key'],
    ['a list as metadata', { ...valid, metadata: [] }, 'invalid_value_type', 422, 'metadata'],
    ['submit in words', { ...valid, submit: 'yes' }, 'invalid_value_type', 422, 'submit'],
    ['an unknown field', { ...valid, colour: 'red' }, 'unknown_field', 400, 'colour'],
    ['an unknown field inside', { ...valid, applicant: { email: 'a@b.example', age: 3 } }, 'unknown_field', 400, 'applicant.age'],
    ['an unknown field before a bad value', { ...valid, amount_pence: 1, colour: 'red' }, 'unknown_field', 400, 'colour'],
  ])('%s', (_, body, code, status, param) => expect(refusalOf(JSON.parse(JSON.stringify(body)))).toEqual({ code, status, param })); // prettier-ignore

  it('a key that is too long', () => {
    expect(refusalOf({ ...valid, metadata: { ['k'.repeat(41)]: 'v' } })).toMatchObject({
      code: 'invalid_value',
    });
  });

  it('names every failing field, 400 first and then in schema order', () => {
    try {
      parseBody(createApplicationSchema, { ...valid, amount_pence: 1, term_months: 99, x: 1 });
      expect.unreachable();
    } catch (error) {
      const details = (error as ApiError).details ?? [];
      expect(details.map(({ param, code }) => [param, code])).toEqual([
        ['x', 'unknown_field'],
        ['amount_pence', 'invalid_amount'],
        ['term_months', 'invalid_value'],
      ]);
    }
  });
});

it('lets a refresh come without any field', () => {
  expect(parseBody(refreshDecisionSchema, {})).toEqual({});
});
