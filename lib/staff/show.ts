// The staff as the dashboard's routes answer it: who there is, what is proposed, what was decided.
import { namesOfPeople } from './names';
import { listChanges, listMembers, type StaffChangeRow } from './repository';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Members by name; changes newest first, the open ones apart. */
export async function showStaff() {
  const [members, changes] = await Promise.all([listMembers(), listChanges()]);
  const people = changes.flatMap(({ personId, proposedBy, confirmedBy, withdrawnBy }) => [personId, proposedBy, confirmedBy, withdrawnBy]); // prettier-ignore
  const names = await namesOfPeople(people.filter((id) => id !== null));
  const who = (id: string | null) => (id === null ? null : { id, name: names[id] ?? id });
  const show = (change: StaffChangeRow) => ({
    id: change.id,
    kind: change.kind,
    person: who(change.personId),
    email: change.email,
    name: change.name,
    role: change.role,
    reason: change.reason,
    proposed_by: who(change.proposedBy),
    proposed: change.proposedAt.toISOString(),
    confirmed_by: who(change.confirmedBy),
    confirmed: iso(change.confirmedAt),
    withdrawn_by: who(change.withdrawnBy),
    withdrawn: iso(change.withdrawnAt),
  });
  const isOpen = ({ confirmedAt, withdrawnAt }: StaffChangeRow) => !confirmedAt && !withdrawnAt;
  return {
    members: members.map(({ personId, role, createdAt, person }) => ({
      id: personId,
      name: person.name,
      email: person.email,
      role,
      passkeys: person._count.passkeys,
      joined: createdAt.toISOString(),
    })),
    open: changes.filter(isOpen).map(show),
    history: changes.filter((change) => !isOpen(change)).map(show),
  };
}

export type ShownStaff = Awaited<ReturnType<typeof showStaff>>;
export type ShownStaffMember = ShownStaff['members'][number];
export type ShownStaffChange = ShownStaff['open'][number];
