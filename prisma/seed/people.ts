// The seeded people: of the first partner, of the second, and the lender's staff. Two releasers and two
// administrators, because money, limits and roles need two different people.
import { seededId } from './identifiers';
import { seededPartners } from './partners';

export interface SeededPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'owner' | 'developer' | 'reviewer' | 'releaser' | 'admin' | 'auditor';
  /** Undefined for staff. */
  readonly partnerId: string | undefined;
}

const [harbour, northgate] = seededPartners.map(({ id }) => id);

const people = [
  ['Amara Osei', 'amara.osei@harbourbroking.example', 'owner', harbour],
  ['Tomas Lindqvist', 'tomas.lindqvist@harbourbroking.example', 'developer', harbour],
  ['Grace Penhaligon', 'grace.penhaligon@northgateledgers.example', 'owner', northgate],
  ['Ruth Calloway', 'ruth.calloway@credicorp.example', 'reviewer', undefined],
  ['Idris Okafor', 'idris.okafor@credicorp.example', 'releaser', undefined],
  ['Helen Marchetti', 'helen.marchetti@credicorp.example', 'releaser', undefined],
  ['Niall Brennan', 'niall.brennan@credicorp.example', 'admin', undefined],
  ['Priya Venkataraman', 'priya.venkataraman@credicorp.example', 'admin', undefined],
  ['Saoirse Kettering', 'saoirse.kettering@credicorp.example', 'auditor', undefined],
] as const;

export const seededPeople: readonly SeededPerson[] = people.map(([name, email, role, partnerId]) => ({
  id: seededId('usr', email),
  email,
  name,
  role,
  partnerId,
}));
