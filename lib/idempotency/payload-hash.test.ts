import { describe, expect, it } from 'vitest';
import { payloadHash } from './payload-hash';

const same = (a: unknown, b: unknown) => payloadHash(a).equals(payloadHash(b));

describe('payload hash', () => {
  it('does not count the order of members', () => {
    expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  });

  it('counts every value and the order of lists', () => {
    expect(same({ a: 1 }, { a: 2 })).toBe(false);
    expect(same({ a: 1 }, { a: '1' })).toBe(false);
    expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(same({ a: null }, {})).toBe(false);
  });

  it('takes no body and an empty object for the same', () => {
    expect(same(undefined, {})).toBe(true);
  });
});
