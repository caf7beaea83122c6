import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, sign, signatureMatches } from '.';

describe('encryption at rest', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, binding) => {
        expect(
          decrypt('personal-data', encrypt('personal-data', text, binding), binding).toString('utf8'),
        ).toBe(text);
      }),
    );
  });

  it('refuses a value that was moved to another row', () => {
    const sealed = encrypt('personal-data', 'Ada', 'row-1');
    expect(() => decrypt('personal-data', sealed, 'row-2')).toThrow();
  });

  it('refuses a value of another purpose', () => {
    const sealed = encrypt('personal-data', 'Ada', 'row-1');
    expect(() => decrypt('signing-key', sealed, 'row-1')).toThrow();
  });

  it('refuses a value with any bit changed', () => {
    const sealed = encrypt('personal-data', 'Ada', 'row-1');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => decrypt('personal-data', changed, 'row-1')).toThrow();
    }
  });

  it('does not repeat itself', () => {
    expect(encrypt('personal-data', 'Ada', 'x').equals(encrypt('personal-data', 'Ada', 'x'))).toBe(false);
  });
});

describe('signatures', () => {
  it('differ by purpose', () => {
    expect(sign('cursor', 'x').equals(sign('hosted-link', 'x'))).toBe(false);
  });

  it('match only themselves', () => {
    expect(signatureMatches(sign('cursor', 'x'), sign('cursor', 'x'))).toBe(true);
    expect(signatureMatches(sign('cursor', 'x'), sign('cursor', 'y'))).toBe(false);
    expect(signatureMatches(sign('cursor', 'x').subarray(1), sign('cursor', 'x'))).toBe(false);
  });
});
