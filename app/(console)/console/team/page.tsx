import type { Metadata } from 'next';
import { requireConsoleSession } from '@/app/session';
import { Team } from '@/components/console/team/team';
import { PageHeader } from '@/components/ui/page-header';
import { memberRoles, roleAtLeast } from '@/lib/auth';
import { listTeam } from '@/lib/partners';

export const metadata: Metadata = { title: 'Team' };

export default async function TeamPage({
  searchParams,
}: {
  searchParams: Promise<{ create?: string | string[] }>;
}) {
  const { partner, person, role } = await requireConsoleSession();
  const [team, { create }] = await Promise.all([listTeam({ partnerId: partner.id }), searchParams]);
  const givable = roleAtLeast(role, 'admin') ? memberRoles.filter((given) => roleAtLeast(role, given)) : [];
  return (
    <>
      <PageHeader title="Team">The people of {partner.name} and what each may do.</PageHeader>
      <Team
        initial={team}
        me={{ id: person.id, role }}
        givable={givable.toReversed()}
        inviteAtFirst={create === 'invitation'}
      />
    </>
  );
}
