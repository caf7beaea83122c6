// The readers of the token plane, over generated input: one spelling in, one meaning out.
import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCanonical } from './base64url';
import { parseBasic } from './client-auth/basic';
import { formatClientSecret, isSecretSpelling } from './clients/secret';
import { OAuthError } from './errors';
import { signEs256, verifyEs256 } from './es256';
import { parseForm } from './form';
import { grantedScopes } from './scopes';

describe('base64url', () => {
  it('decodes what it encoded and has one spelling for it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        expect(decodeCanonical(Buffer.from(bytes).toString('base64url'))).toEqual(Buffer.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (text) => {
        const decoded = decodeCanonical(text);
        if (decoded) expect(decoded.toString('base64url')).toBe(text);
      }),
    );
    for (const text of ['', 'A', 'AB', 'AA==', 'A A', 'A+/A', 'AAAAé'])
      expect(decodeCanonical(text)).toBeUndefined();
  });
});

describe('ES256', () => {
  it('makes low-s signatures only, which Node’s own verification accepts', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const half = BigInt('0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8');
    for (let i = 0; i < 500; i += 1) {
      const data = createHash('sha256').update(String(i)).digest();
      const signature = await signEs256(data, privateKey);
      expect(BigInt(`0x${signature.subarray(32).toString('hex')}`) <= half).toBe(true);
      expect(verifyEs256(data, signature, publicKey)).toBe(true);
      expect(verifyEs256(data.subarray(1), signature, publicKey)).toBe(false);
    }
  });
});

describe('form', () => {
  it('reads what URLSearchParams writes', () => {
    const field = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const encoded = new URLSearchParams(fields).toString();
        expect(parseForm(Buffer.from(encoded))).toEqual([...new URLSearchParams(encoded)]);
      }),
    );
  });

  it('refuses or reads any bytes, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseForm(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(OAuthError);
        }
      }),
    );
  });
});

describe('Basic', () => {
  it('reads what RFC 6749 §2.3.1 writes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (clientId, secret) => {
        const joined = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
        const header = `Basic ${Buffer.from(joined).toString('base64')}`;
        expect(parseBasic(header)).toEqual({ clientId, secret });
      }),
    );
  });
});

describe('secret', () => {
  it('carries a checksum that a changed character breaks', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.boolean(),
        fc.nat(48),
        (entropy, livemode, at) => {
          const secret = formatClientSecret(livemode, entropy);
          expect(isSecretSpelling(secret)).toBe(true);
          const position = secret.length - 1 - at;
          const other = secret.charAt(position) === 'A' ? 'B' : 'A';
          expect(isSecretSpelling(secret.slice(0, position) + other + secret.slice(position + 1))).toBe(
            false,
          );
        },
      ),
    );
    expect(() => formatClientSecret(true, Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('scope', () => {
  it('grants all that the client has, or exactly what was asked', () => {
    const allowed = ['applications:read', 'applications:write'] as const;
    expect(grantedScopes(undefined, allowed)).toEqual(allowed);
    expect(grantedScopes('applications:write applications:write', allowed)).toEqual(['applications:write']);
    for (const bad of [' ', 'applications:read ', 'decisions:read', 'x', 'applications:read\u00a0', '"']) {
      expect(() => grantedScopes(bad, allowed)).toThrow(OAuthError);
    }
  });
});
