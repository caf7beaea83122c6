import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/core/errors';
import { parseIdempotencyKey } from './key';

const refusal = (values: string[]) => {
  try {
    parseIdempotencyKey(values);
  } catch (error) {
    return error instanceof ApiError ? error.code : error;
  }
  return 'accepted';
};

describe('Idempotency-Key', () => {
  it('is optional to this function', () => {
    expect(parseIdempotencyKey([])).toBeUndefined();
  });

  it.each([
    ['7f0c7a3e-3a52', '7f0c7a3e-3a52'],
    ['"7f0c7a3e-3a52"', '7f0c7a3e-3a52'],
    ['  padded  ', 'padded'],
    ['x'.repeat(255), 'x'.repeat(255)],
    ['!~', '!~'],
  ])('accepts %s', (given, expected) => {
    expect(parseIdempotencyKey([given])).toBe(expected);
  });

  it.each([
    ['empty', ['']],
    ['empty in quotes', ['""']],
    ['256 characters', ['x'.repeat(256)]],
    ['a comma', ['a,b']],
    ['a space inside', ['a b']],
    ['a quote inside', ['a"b']],
    ['a control character', ['a\u0007']],
    ['not ASCII', ['clé']],
    ['two headers', ['a', 'a']],
  ])('refuses %s', (_, values) => {
    expect(refusal(values)).toBe('idempotency_key_malformed');
  });
});
