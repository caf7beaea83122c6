// Names for ids: screens and exports say who, records hold ids.
import { findPeopleNames } from './repository';

/** Names by id. Who is no person (a job of ours) is left out. */
export async function namesOfPeople(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return {};
  return Object.fromEntries((await findPeopleNames(wanted)).map(({ id, name }) => [id, name]));
}
