// What the API shows of a person (contract §8): enough to recognise whom you asked about, too little to be him.
import type { Person } from '@/lib/providers';

export interface MaskedPerson {
  readonly first_name: string;
  readonly last_name: string;
  /** `1980-••-••` */
  readonly date_of_birth: string;
  readonly address: { readonly postcode: string | null; readonly country: string };
  readonly nationality: string | null;
}

const hidden = '••';

/** `Mary Jane` → `M J`. */
function initials(name: string): string {
  const words = name.normalize('NFC').split(/\s+/u).filter(Boolean);
  return words.map((word) => /^./u.exec(word)?.[0].toUpperCase()).join(' ');
}

const britishPostcode = /^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}$/;

/** The outward half of a British postcode. Other spellings and countries have none that is safe to show. */
function outwardPostcode({ postcode, country }: Person['address']): string | null {
  if (country !== 'GB') return null;
  return britishPostcode.exec(postcode.toUpperCase().replaceAll(/\s/g, ''))?.[1] ?? null;
}

export function masked(person: Person): MaskedPerson {
  return {
    first_name: initials(person.firstName),
    last_name: initials(person.lastName),
    date_of_birth: `${person.dateOfBirth.slice(0, 4)}-${hidden}-${hidden}`,
    address: { postcode: outwardPostcode(person.address), country: person.address.country },
    nationality: person.nationality === null ? null : hidden,
  };
}
