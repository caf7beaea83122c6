import { expect, it } from 'vitest';
import { csvText } from './csv';

it('writes lines as RFC 4180 says', () => {
  expect(csvText(['a', 'b'], [['x', 1], ['say "no", twice\nor so', null]])).toBe(
    'a,b\r\nx,1\r\n"say ""no"", twice\nor so",\r\n',
  ); // prettier-ignore
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
  'disarms the formula %j',
  (text) => {
    const [, line] = csvText(['a'], [[text]]).split('\r\n', 2);
    expect(line).toMatch(/^"?'/);
  },
);

it('leaves negative numbers and inner signs alone', () => {
  expect(csvText(['a'], [[-5], ['a=b']])).toBe('a\r\n-5\r\na=b\r\n');
});

it('ends with its control totals', () => {
  expect(csvText(['id', 'pence'], [['x', 5]], { rows: 1, pence: 5 })).toBe(
    'id,pence\r\nx,5\r\ncontrol total,rows,1\r\ncontrol total,pence,5\r\n',
  );
});
