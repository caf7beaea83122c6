import { describe, expect, it } from 'vitest';
import { aboutOf } from './resources';

const facts = { id: 'x', object: 'x', created: '2026-11-22T17:40:00.000Z' };

describe('what an object is about', () => {
  it.each([
    [
      'a company',
      { business: { name: 'Healthy Ltd', company_number: '00000401' } },
      'Healthy Ltd (00000401)',
    ],
    ['a company without a name', { business: { name: null, company_number: '00000401' } }, '00000401'],
    ['a payee', { payee: { account_name: 'Healthy Ltd' } }, 'Healthy Ltd'],
    ['a kind of check', { type: 'individual', business: null }, 'individual'],
    ['nothing', { payee: null }, undefined],
  ])('is %s', (_, fields, words) => expect(aboutOf({ ...facts, ...fields })).toBe(words));
});
