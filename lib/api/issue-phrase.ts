// What is wrong with a value, in plain words: the end of a sentence that starts with the field's name.
import type { z } from 'zod';

const things: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/** "must be a whole number" */
export function typePhrase(expected: string): string {
  return `must be ${things[expected] ?? `of type ${expected}`}`;
}

function counted(count: number | bigint, thing: string): string {
  return `${count.toString()} ${thing}${Number(count) === 1 ? '' : 's'}`;
}

function sizePhrase(origin: string, bound: 'least' | 'most', size: number | bigint): string {
  if (bound === 'least' && Number(size) === 1 && origin !== 'number' && origin !== 'int')
    return 'must not be empty';
  const verb = `must ${origin === 'number' || origin === 'int' ? 'be' : 'have'} at ${bound}`;
  if (origin === 'string') return `${verb} ${counted(size, 'character')}`;
  if (origin === 'array' || origin === 'set') return `${verb} ${counted(size, 'element')}`;
  return `${verb} ${size.toString()}`;
}

const forms: Readonly<Record<string, string>> = {
  date: 'must be a date such as 2026-01-31',
  datetime: 'must be an instant in UTC such as 2026-01-31T12:00:00Z',
  email: 'must be an e-mail address',
  url: 'must be an absolute URL',
};

/** What an issue of zod's own says; rules of the contract bring their own words. */
export function issuePhrase(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typePhrase(issue.expected);
    case 'too_small':
      return sizePhrase(issue.origin, 'least', issue.minimum);
    case 'too_big':
      return sizePhrase(issue.origin, 'most', issue.maximum);
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return forms[issue.format] ?? 'does not have the right form';
    default:
      return 'has a value that is not allowed';
  }
}
