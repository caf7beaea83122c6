import { expect, it } from 'vitest';
import { changeLines, verdictText, type FamilyCheck } from './signature-words';

const check = (fields: object) => ({ family: 'standard', ...fields }) as FamilyCheck;

it('tells the old secret from the present one', () => {
  const valid = (secret: string) => verdictText(check({ verdict: 'valid', secret, offset_seconds: 2 }));
  expect(valid('current')).toMatch(/present secret .*, 2 s before it came/);
  expect(valid('previous')).toMatch(/old secret/);
});

it('says on which side of the arrival a time lies', () => {
  const text = (seconds: number) =>
    verdictText(check({ verdict: 'outside_tolerance', offset_seconds: seconds }));
  expect(text(3_601)).toMatch(/^Signed 3,601 s before it came;/);
  expect(text(-400)).toMatch(/^Signed 400 s after it came/);
});

it('shows where bytes part, and nothing for white space that nobody would see', () => {
  const change = { at: 4, signed: 'abc', came: '' };
  expect(changeLines(check({ verdict: 'body_changed', change: { kind: 'not_json', ...change } }))).toEqual([
    { name: 'Signed, from character 5', value: 'abc' },
    { name: 'Pasted', value: '(the end)' },
  ]);
  const blank = check({ verdict: 'body_changed', change: { kind: 'white_space_at_end', ...change } });
  expect(changeLines(blank)).toEqual([]);
});
