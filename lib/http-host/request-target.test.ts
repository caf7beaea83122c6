import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumTargetLength, readTarget } from './request-target';

describe('readTarget', () => {
  it('gives the root no segments', () => {
    expect(readTarget('/')).toEqual({ kind: 'path', segments: [], path: '/', search: '' });
  });

  it.each([
    ['/a/b?x=%zz&y', { segments: ['a', 'b'], path: '/a/b', search: '?x=%zz&y' }],
    ['/a/b/', { segments: ['a', 'b'], path: '/a/b', search: '' }],
    ['/%61/%C3%A9', { segments: ['a', 'é'], path: '/a/%C3%A9', search: '' }],
    ['/a%20b?', { segments: ['a b'], path: '/a%20b', search: '?' }],
    ['/.well-known/x..y', { segments: ['.well-known', 'x..y'], path: '/.well-known/x..y', search: '' }],
    ['/a/b?../..', { segments: ['a', 'b'], path: '/a/b', search: '?../..' }],
    ['/a;v=1/$@:,+', { segments: ['a;v=1', '$@:,+'], path: '/a;v=1/$@:,+', search: '' }],
    ['/%24%40', { segments: ['$@'], path: '/$@', search: '' }],
    // Decoded once: what is encoded twice stays text.
    ['/%252e%252e', { segments: ['%2e%2e'], path: '/%252e%252e', search: '' }],
  ])('reads %s', (target, expected) => expect(readTarget(target)).toEqual({ kind: 'path', ...expected }));

  it('counts the length of the whole target', () => {
    expect(readTarget(`/${'a'.repeat(maximumTargetLength - 1)}`).kind).toBe('path');
    expect(readTarget(`/${'a'.repeat(maximumTargetLength)}`)).toMatchObject({ kind: 'refused', status: 414 });
  });

  it('is stable: reading its own spelling gives the same path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 5 }), (segments) => {
        let encoded: string;
        try {
          encoded = `/${segments.map(encodeURIComponent).join('/')}`;
        } catch {
          return; // lone surrogates have no encoding
        }
        const once = readTarget(encoded);
        if (once.kind === 'refused') {
          expect(segments.some((segment) => /^\.{1,2}$|[/\\\x00-\x1f\x7f]/.test(segment))).toBe(true);
          return;
        }
        expect(once.segments).toEqual(segments);
        expect(readTarget(once.path)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every accepted target segments that cannot be read as other ones', () => {
    const alphabet = fc.constantFrom(
      '/',
      '.',
      '%2e',
      '%2F',
      '%',
      '\\',
      'a',
      '%5c',
      '%00',
      '?',
      '#',
      'é',
      '%C3%A9',
      '//',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }), (parts) => {
        const target = readTarget(parts.join(''));
        if (target.kind === 'refused') return;
        for (const segment of target.segments) {
          expect(segment).not.toMatch(/^\.{0,2}$|[/\\\x00-\x1f\x7f]/);
        }
        // The platform's own parser sees the same path: nothing left to normalise.
        expect(new URL(`http://host${target.path}`).pathname).toBe(target.path);
      }),
      { numRuns: 3_000 },
    );
  });
});
