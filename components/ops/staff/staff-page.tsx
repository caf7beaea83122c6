'use client';
// Who is staff, what is proposed, what two admins decided.
import { UserCog } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { ShownStaff, ShownStaffChange, ShownStaffMember } from '@/lib/staff';
import { useControl } from '../controls/use-control';
import { OpenChange, type StaffRights } from './open-change';
import { ProposeDialog } from './propose-dialog';
import { changeSentence, roleNames } from './words';

type Propose = (body: object) => Promise<unknown>;

function memberColumns(rights: StaffRights, isOpen: (id: string) => boolean, propose: Propose): [Column<ShownStaffMember>, ...Column<ShownStaffMember>[]] {
  const columns: [Column<ShownStaffMember>, ...Column<ShownStaffMember>[]] = [
    {
      header: 'Name',
      cell: ({ id, name, email }) => (
        <>
          <span className="flex flex-wrap items-center gap-2">
            {name} {id === rights.personId && <Badge tone="accent">You</Badge>}
          </span>
          <span className="block text-13 font-normal wrap-anywhere text-ink-muted">{email}</span>
        </>
      ),
    },
    { header: 'Role', cell: ({ role }) => roleNames[role] },
    { header: 'Second factor', cell: ({ passkeys }) => (passkeys > 0 ? 'App and passkey' : 'App') },
    { header: 'Since', cell: ({ joined }) => <DateTime at={joined} show="day" /> },
  ];
  if (!rights.mayChange) return columns;
  const act = (member: ShownStaffMember) =>
    isOpen(member.id) ? (
      <Status tone="caution" shape="outline">
        Proposed
      </Status>
    ) : (
      <span className="flex flex-wrap gap-2">
        {member.id !== rights.personId && (
          <ProposeDialog
            kind="change_role"
            member={member}
            propose={propose}
            trigger={<Button aria-label={`Change the role of ${member.name}`}>Change role</Button>}
          />
        )}
        <ProposeDialog
          kind="remove"
          member={member}
          propose={propose}
          trigger={<Button aria-label={`Remove ${member.name}`}>Remove</Button>}
        />
      </span>
    );
  return [...columns, { header: 'Act', cell: act }];
} // prettier-ignore

const historyColumns: [Column<ShownStaffChange>, ...Column<ShownStaffChange>[]] = [
  { header: 'Change', cell: (change) => <span className="wrap-anywhere">{changeSentence(change)}</span> },
  {
    header: 'State',
    cell: ({ confirmed }) =>
      confirmed === null ? <Status>Withdrawn</Status> : <Status tone="positive">Confirmed</Status>,
  },
  {
    header: 'Proposed by',
    cell: ({ proposed_by: by, proposed }) => (
      <>
        {by?.name}, <DateTime at={proposed} show="day" />
      </>
    ),
  },
  {
    header: 'Ended by',
    cell: ({ confirmed_by: by, confirmed, withdrawn_by: other, withdrawn }) => (
      <>
        {(by ?? other)?.name}, <DateTime at={confirmed ?? withdrawn ?? ''} show="day" />
      </>
    ),
  },
  { header: 'Reason', cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
];

interface StaffPageProps {
  readonly initial: ShownStaff;
  readonly rights: StaffRights;
}

export function StaffPage({ initial, rights }: StaffPageProps) {
  const { shown, act } = useControl('staff', '/api/ops/staff', initial);
  const propose: Propose = (body) => act('', body);
  const isOpen = (id: string) => shown.open.some(({ person }) => person?.id === id);
  return (
    <>
      <PageHeader
        title="Staff"
        actions={
          rights.mayChange && (
            <ProposeDialog
              kind="invite"
              propose={propose}
              trigger={<Button variant="primary">Invite a colleague</Button>}
            />
          )
        }
      >
        Who works here, and as what. One admin proposes a change, another confirms; nobody decides about
        himself.
      </PageHeader>
      {shown.open.length > 0 && (
        <Section id="proposed" title="Proposed">
          <div className="space-y-3">
            {shown.open.map((change) => (
              <OpenChange key={change.id} change={change} rights={rights} act={act} />
            ))}
          </div>
        </Section>
      )}
      <Section id="members" title="Members">
        <DataTable
          caption="Members of staff"
          columns={memberColumns(rights, isOpen, propose)}
          rows={shown.members}
          rowKey={({ id }) => id}
        />
      </Section>
      <Section id="history" title="History">
        <DataTable
          caption="Changes, newest first"
          columns={historyColumns}
          rows={shown.history}
          rowKey={({ id }) => id}
          density="compact"
          empty={
            <EmptyState icon={UserCog} title="No changes yet">
              Every proposal that was confirmed or withdrawn appears here, with both people.
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}
