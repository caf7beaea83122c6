import { describe, expect, it } from 'vitest';
import { linesOf, problemOfLines } from './redirect-lines';

it('reads one address a line and forgives the space around it', () => {
  expect(linesOf(' https://a.example/back \n\r\n\nhttps://b.example')).toEqual([
    'https://a.example/back',
    'https://b.example',
  ]);
});

describe('problemOfLines', () => {
  it.each([[[]], [['https://a.example/back?x=1']]])('takes %j', (lines) => {
    expect(problemOfLines(lines)).toBeUndefined();
  });
  it.each(['http://a.example', '/back', 'https://user:pass@a.example', 'javascript:alert(1)'])(
    'names %s by its place',
    (line) => expect(problemOfLines(['https://a.example', line])).toContain('Address 2'),
  );
  it('takes twenty, not twenty-one', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `https://a.example/${i}`);
    expect(problemOfLines(many(20))).toBeUndefined();
    expect(problemOfLines(many(21))).toBe('At most 20 addresses.');
  });
});
