import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson, StrictJsonError } from './strict-json';

const parse = (text: string) => parseStrictJson(Buffer.from(text));
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

function holdsUnsafeNumber(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnsafeNumber);
}

describe('parseStrictJson', () => {
  it('agrees with JSON.parse, or refuses because a number would lose digits', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const value: unknown = JSON.parse(text);
        if (holdsUnsafeNumber(value)) expect(() => parse(text)).toThrow(StrictJsonError);
        else expect(parse(text)).toEqual(value);
      }),
    );
  });

  it.each([
    ['two members of one name', '{"a":1,"a":2}'],
    ['two members of one name, spelled differently', '{"a":1,"\\u0061":2}'],
    ['two members of one name with white space', '{"a" : 1 ,\n"a"\t: 2}'],
    ['two members of one name deep inside', '{"x":[{"a":1,"b":{"c":1,"c":1}}]}'],
    ['two empty names', '{"":1,"":2}'],
    ['two __proto__', '{"__proto__":1,"__proto__":2}'],
    ['an integer beyond 2^53', '{"a":9007199254740993}'],
    ['a negative integer beyond 2^53', '{"a":-9007199254740993}'],
    ['an exponent beyond 2^53', '{"a":1e17}'],
    ['a number beyond every double', '{"a":1e999}'],
    ['a long integer', `{"a":${'9'.repeat(1_000)}}`],
    ['NaN', '{"a":NaN}'],
    ['Infinity', '{"a":-Infinity}'],
    ['a lone high surrogate', '{"a":"\\ud800"}'],
    ['a lone low surrogate in a name', '{"\\udc00":1}'],
    ['depth 33', nested(33)],
    ['a byte order mark', '\ufeff{}'],
    ['two documents', '{} {}'],
    ['a trailing comma', '{"a":1,}'],
    ['a comment', '{/* */}'],
    ['nothing', ''],
    ['white space', '  '],
  ])('refuses %s', (_, text) => expect(() => parse(text)).toThrow(StrictJsonError));

  it('refuses bytes that are not UTF-8', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0xaf, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
    ]) {
      expect(() => parseStrictJson(Uint8Array.from(bytes))).toThrow(StrictJsonError);
    }
  });

  it.each([
    ['depth 32', nested(32)],
    ['the largest safe integer', '9007199254740991'],
    ['a fraction', '{"a":0.1}'],
    ['one name in sibling objects', '[{"a":1},{"a":2}]'],
    ['one name in an object and inside it', '{"a":{"a":1}}'],
    ['a value that equals a name', '{"a":"a","b":"a"}'],
    ['a string that looks like members', '{"a":"\\"a\\":1","b":"{\\"b\\":1}"}'],
    ['a surrogate pair', '{"a":"\\ud83d\\ude00"}'],
    ['digits in strings', '{"a":"9007199254740993"}'],
    ['a string that ends in an escaped backslash', '{"a":"\\\\","b":1}'],
  ])('takes %s', (_, text) => expect(parse(text)).toEqual(JSON.parse(text)));

  it('refuses a member called __proto__, which objects and validators lose without a word', () => {
    expect(() => parse('{"metadata":{"__proto__":"x"}}')).toThrow('__proto__');
  });

  it('takes 2^53 itself, which a double holds', () => {
    expect(parse('{"a":9007199254740992}')).toEqual({ a: 2 ** 53 });
  });

  it('walks 256 KiB of the worst shapes once (a quadratic walk would not end within the time of a test)', () => {
    const members = Array.from({ length: 18_000 }, (_, index) => `"k${index}":${index}`);
    for (const text of [
      `{${members.join(',')}}`,
      `"${'\\u0061'.repeat(40_000)}"`,
      `[${'1,'.repeat(120_000)}1]`,
      `{"a"${' '.repeat(250_000)}:1}`,
      `[${'"a" ,'.repeat(50_000)}1]`,
    ]) {
      expect(parse(text)).toEqual(JSON.parse(text));
    }
  });
});
