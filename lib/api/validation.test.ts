import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { coded } from '@/lib/core/field-errors';
import { reportsAllFields } from '@/lib/core/request-fields';
import { parseBody, parseQuery } from './validation';

const body = z.strictObject({
  business: z.strictObject({
    company_number: z.string().regex(/^\d{8}$/, coded('invalid_company_number', 'Eight digits.')),
  }),
  amount_pence: z.int().min(100, coded('invalid_amount', 'At least £1.')),
  reference: z.string().max(5).nullish(),
  kind: z.enum(['small', 'large']),
  lines: z.array(z.strictObject({ due: z.string() })).optional(),
});
const valid = { business: { company_number: '00000401' }, amount_pence: 100, kind: 'small' };

function refusal(parse: () => unknown): ApiError {
  try {
    parse();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
const bodyRefusal = (input: unknown) => refusal(() => parseBody(body, input));
const queryRefusal = (text: string) => refusal(() => parseQuery(query, new URLSearchParams(text)));

describe('parseBody', () => {
  it('returns what the schema makes of it', () => expect(parseBody(body, valid)).toEqual(valid));

  it.each([
    ['a missing field', { amount_pence: 100 }, 422, 'parameter_missing', 'business'],
    [
      'a missing field inside',
      { ...valid, business: {} },
      422,
      'parameter_missing',
      'business.company_number',
    ],
    ['an unknown field', { ...valid, more: 1 }, 400, 'unknown_field', 'more'],
    [
      'an unknown field inside',
      { ...valid, business: { ...valid.business, more: 1 } },
      400,
      'unknown_field',
      'business.more',
    ],
    [
      'an unknown field in a list',
      { ...valid, lines: [{ due: 'x' }, { due: 'x', more: 1 }] },
      400,
      'unknown_field',
      'lines.1.more',
    ],
    ['a wrong type', { ...valid, amount_pence: '100' }, 422, 'invalid_value_type', 'amount_pence'],
    ['null where none may be', { ...valid, amount_pence: null }, 422, 'invalid_value_type', 'amount_pence'],
    ['a fraction of a penny', { ...valid, amount_pence: 100.5 }, 422, 'invalid_value_type', 'amount_pence'],
    ['a rule with a code of its own', { ...valid, amount_pence: 99 }, 422, 'invalid_amount', 'amount_pence'],
    [
      'a rule with a code of its own, inside',
      { ...valid, business: { company_number: 'x' } },
      422,
      'invalid_company_number',
      'business.company_number',
    ],
    ['none of an enumeration', { ...valid, kind: 'huge' }, 422, 'invalid_value', 'kind'],
    ['no text for an enumeration', { ...valid, kind: 1 }, 422, 'invalid_value_type', 'kind'],
    ['null for an enumeration', { ...valid, kind: null }, 422, 'invalid_value_type', 'kind'],
    ['a rule without one', { ...valid, reference: '123456' }, 422, 'invalid_value', 'reference'],
    ['a list instead of an object', [], 422, 'invalid_value_type', ''],
    [
      '__proto__ as a field',
      JSON.parse('{"__proto__":1,"business":{"company_number":"00000401"},"amount_pence":100}'),
      400,
      'unknown_field',
      '__proto__',
    ],
  ])('refuses %s', (_, input, status, code, param) => {
    expect(bodyRefusal(input)).toMatchObject({ status, code, param });
  });

  it('names the first failing field in schema order, and all of them in details', () => {
    const { param, code, details } = bodyRefusal({
      reference: '123456',
      amount_pence: 1,
      business: { company_number: 'x' },
    });
    expect({ param, code }).toEqual({ param: 'business.company_number', code: 'invalid_company_number' });
    expect(details?.map((detail) => detail.param)).toEqual([
      'business.company_number',
      'amount_pence',
      'reference',
      'kind',
    ]);
  });

  it('puts 400 before 422', () => {
    const { status, param, details } = bodyRefusal({ ...valid, amount_pence: 1, more: 1 });
    expect({ status, param }).toEqual({ status: 400, param: 'more' });
    expect(details).toHaveLength(2);
  });

  it('never repeats what was sent', () => {
    const error = bodyRefusal({
      business: { company_number: 'canary' },
      amount_pence: 'canary',
      reference: 'canary',
    });
    expect(JSON.stringify([error.message, error.details])).not.toContain('canary');
  });
});

const query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().refine((text) => text === 'good', coded('cursor_invalid', 'Not ours.')).optional(), // prettier-ignore
});

describe('parseQuery', () => {
  it('reads strings as the schema understands them', () => {
    expect(parseQuery(query, new URLSearchParams('limit=5&cursor=good'))).toEqual({
      limit: 5,
      cursor: 'good',
    });
    expect(parseQuery(query, new URLSearchParams(''))).toEqual({ limit: 20 });
  });

  it.each([
    ['limit=0', 'parameter_invalid', 'limit'],
    ['limit=ten', 'parameter_invalid', 'limit'],
    ['limit=1&limit=2', 'parameter_invalid', 'limit'],
    ['more=1', 'parameter_invalid', 'more'],
    ['__proto__=1', 'parameter_invalid', '__proto__'],
    ['cursor=bad', 'cursor_invalid', 'cursor'],
  ])('refuses %s with 400', (text, code, param) => {
    expect(queryRefusal(text)).toMatchObject({ status: 400, code, param });
  });
});

describe('messages', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(5),
    tags: z.array(z.string()).min(2),
    count: z.int().max(3),
    kind: z.enum(['small', 'large']),
    day: z.iso.date(),
    code: z.string().regex(/^a$/),
    free: z.union([z.string().length(3), z.string().length(4)]),
  });
  it('are sentences about the field, in no validator’s words', () => {
    const input = { name: '', tags: ['a'], count: 4, kind: 'x', day: 'today', code: 'b', free: '1' };
    expect(refusal(() => parseBody(schema, input)).details?.map(({ message }) => message)).toEqual([
      'The field name must not be empty.',
      'The field tags must have at least 2 elements.',
      'The field count must be at most 3.',
      'The field kind must be one of small, large.',
      'The field day must be a date such as 2026-01-31.',
      'The field code does not have the right form.',
      'The field free has a value that is not allowed.',
    ]);
    expect(refusal(() => parseBody(schema, [])).message).toBe('The body must be an object.');
    expect(refusal(() => parseBody(schema, { ...input, count: '4' })).details?.[2]?.message).toBe(
      'The field count must be a number.',
    );
  });
});

describe('rules across fields', () => {
  const schema = z.strictObject({ from: z.int().optional(), until: z.int(), note: z.string() }).superRefine(
    ({ from }, issues) => {
      if (from === undefined) issues.addIssue({ code: 'custom', path: ['from'], message: coded('parameter_missing', 'From?') }); // prettier-ignore
    },
    { when: reportsAllFields },
  );
  it('speak beside those of single fields, in the order of the schema', () => {
    const { details, param } = refusal(() => parseBody(schema, { until: 'x', note: 1 }));
    expect(details?.map((detail) => detail.param)).toEqual(['from', 'until', 'note']);
    expect(param).toBe('from');
    expect(refusal(() => parseBody(schema, null)).details).toHaveLength(1);
  });
});
