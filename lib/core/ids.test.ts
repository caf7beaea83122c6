import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids';

describe('identifiers', () => {
  it('are a prefix and 26 characters of lower-case Crockford base 32', () => {
    expect(newId('app')).toMatch(/^app_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('do not repeat', () => {
    const ids = new Set(Array.from({ length: 100_000 }, () => newId('evt')));
    expect(ids.size).toBe(100_000);
  });

  it('sort by the time they were made', async () => {
    const first = newId('app');
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect(newId('app') > first).toBe(true);
  });

  it('sort in the order in which this process made them, within a millisecond too', () => {
    const ids = Array.from({ length: 50_000 }, () => newId('evt'));
    const misplaced = ids.filter((id, index) => index > 0 && id <= (ids[index - 1] as string));
    expect(misplaced).toHaveLength(0);
  });

  it('are recognised by prefix and spelling', () => {
    expect(isId('app', newId('app'))).toBe(true);
    expect(isId('dec', newId('app'))).toBe(false);
    expect(isId('app', newId('app').toUpperCase())).toBe(false);
    expect(isId('app', `${newId('app')}0`)).toBe(false);
  });

  it('are never recognised in arbitrary text', () => {
    fc.assert(fc.property(fc.string(), (text) => !isId('app', text)));
  });
});
