// What of a person is shown, and that nothing else is (contract §8).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '@/lib/providers';
import { masked } from './mask';

const ada: Person = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  dateOfBirth: '1980-05-17',
  address: { line1: '12 Ockham Park', city: 'London', postcode: 'SW1A 1AA', country: 'GB' },
  nationality: 'GB',
};

it('shows initials, the year, the outward postcode and the country', () => {
  expect(masked(ada)).toEqual({
    first_name: 'A',
    last_name: 'L',
    date_of_birth: '1980-••-••',
    address: { postcode: 'SW1A', country: 'GB' },
    nationality: '••',
  });
  expect(masked({ ...ada, nationality: null }).nationality).toBeNull();
});

it.each([
  ['mary jane', 'M J'],
  ['  Jean-Luc ', 'J'],
  ['e\u0301mile', 'É'],
  ['𠮷田', '𠮷'],
  ['O', 'O'],
])('%s → %s', (name, initials) => {
  expect(masked({ ...ada, firstName: name }).first_name).toBe(initials);
});

describe('postcodes', () => {
  it.each([
    ['SW1A 1AA', 'GB', 'SW1A'],
    ['sw1a1aa', 'GB', 'SW1A'],
    ['M1 1AE', 'GB', 'M1'],
    [' B33 8TH ', 'GB', 'B33'],
    ['CR2 6XH', 'GB', 'CR2'],
    ['GIR 0AA', 'GB', 'GIR'],
    ['SW1A', 'GB', null],
    ['12345', 'GB', null],
    ['SW1A 1AA', 'FR', null],
    ['75001', 'FR', null],
  ])('%s in %s → %s', (postcode, country, outward) => {
    expect(masked({ ...ada, address: { ...ada.address, postcode, country } }).address.postcode).toBe(outward);
  });
});

it('never shows a word of what was told', () => {
  const word = fc.stringMatching(/^[a-z]{4,20}$/);
  const postcode = fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}$/);
  const person = fc.record({ firstName: word, lastName: word, line1: word, city: word, postcode });
  fc.assert(
    fc.property(person, ({ firstName, lastName, line1, city, postcode: full }) => {
      const address = { line1, city, postcode: full, country: 'GB' };
      const shown = JSON.stringify(Object.values(masked({ ...ada, firstName, lastName, address })));
      for (const secret of [firstName, lastName, city, full, full.replace(' ', ''), '05-17']) {
        expect(shown.replaceAll(/"\w+":/g, '')).not.toContain(secret);
      }
    }),
  );
});
