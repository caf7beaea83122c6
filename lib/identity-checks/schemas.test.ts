// What a request may look like: too little to identify is 422 `insufficient_identity_data` at the missing field.
import { describe, expect, it } from 'vitest';
import { uncoded } from '@/lib/core/field-errors';
import { createIdentityCheckSchema } from './schemas';
import { business, individual } from './testing';

/** The refused fields with their codes. */
function refusals(input: unknown): [path: string, code: string | undefined][] {
  const parsed = createIdentityCheckSchema.safeParse(input);
  const issues = parsed.error?.issues ?? [];
  return issues.map(({ path, message }) => [path.join('.'), uncoded(message)?.code]);
}

const person = individual('Pass');
const { subject } = person;
const without = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

it('takes a person and a business', () => {
  expect(refusals(person)).toEqual([]);
  expect(refusals({ ...person, subject: { ...subject, nationality: 'GB' } })).toEqual([]);
  expect(refusals(business())).toEqual([]);
});

describe('too little to identify', () => {
  it.each(['first_name', 'last_name', 'date_of_birth', 'address'])('no %s', (name) => {
    const expected = [[`subject.${name}`, 'insufficient_identity_data']];
    expect(refusals({ ...person, subject: without(subject, name) })).toEqual(expected);
  });

  it.each(['line1', 'city', 'postcode', 'country'])('no %s', (name) => {
    const address = without(subject.address, name);
    const expected = [[`subject.address.${name}`, 'insufficient_identity_data']];
    expect(refusals({ ...person, subject: { ...subject, address } })).toEqual(expected);
  });

  it.each(['first_name', 'last_name'])('a blank %s', (name) => {
    for (const blank of ['', ' ', '\t\u00a0']) {
      const expected = [[`subject.${name}`, 'insufficient_identity_data']];
      expect(refusals({ ...person, subject: { ...subject, [name]: blank } })).toEqual(expected);
    }
  });

  it('nobody at all: every field is named, in schema order', () => {
    const names = ['first_name', 'last_name', 'date_of_birth', 'address'];
    const expected = names.map((name) => [`subject.${name}`, 'insufficient_identity_data']);
    expect(refusals({ type: 'individual' })).toEqual(expected);
    expect(refusals({ type: 'individual', subject: {} })).toEqual(expected);
  });

  it('half a business', () => {
    const missing = (name: string) => [`business.${name}`, 'insufficient_identity_data'];
    expect(refusals({ type: 'business' })).toEqual([missing('company_number'), missing('name')]);
    expect(refusals({ type: 'business', business: { name: 'A' } })).toEqual([missing('company_number')]);
  });
});

describe('wrong values', () => {
  it.each([
    ['subject.date_of_birth', 'invalid_value', { subject: { ...subject, date_of_birth: '1980-02-30' } }],
    ['subject.date_of_birth', 'invalid_value', { subject: { ...subject, date_of_birth: '1980-••-••' } }],
    ['subject.nationality', 'invalid_value', { subject: { ...subject, nationality: 'British' } }],
    ['subject.address.country', 'invalid_value', { subject: { ...subject, address: { ...subject.address, country: 'gb' } } }],
    ['business', 'invalid_value', { business: business().business }],
  ])('%s %s', (path, code, change) => {
    expect(refusals({ ...person, ...change })).toEqual([[path, code]]);
  }); // prettier-ignore

  it('a subject beside a business, a malformed company number', () => {
    expect(refusals({ ...business(), subject: {} })).toEqual([['subject', 'invalid_value']]);
    expect(refusals(business('401'))).toEqual([['business.company_number', 'invalid_company_number']]);
  });
});
