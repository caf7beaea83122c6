'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useStepUp } from '@/components/shell/step-up';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Section } from '@/components/ui/section';
import { SidePanel } from '@/components/ui/side-panel';
import { useNotice } from '@/components/ui/toast';
import { ClientError } from '@/lib/client/client-error';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { roleNames, type Role } from '../shell/roles';

interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly has_totp: boolean;
  readonly joined: string;
}

interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly created: string;
  readonly expires: string;
}

export interface TeamList {
  readonly members: readonly Member[];
  readonly invitations: readonly OpenInvitation[];
}

interface TeamProps {
  /** Read on the server, so that the list is there with the page. */
  readonly initial: TeamList;
  readonly me: { readonly id: string; readonly role: Role };
  /** Roles that this person may give: none above his own. */
  readonly givable: readonly Role[];
  readonly inviteAtFirst: boolean;
}

const InviteForm = dynamic(() => import('./invite-form'), { ssr: false });

/** Members, their roles, and the invitations that are still open. */
export function Team({ initial, me, givable, inviteAtFirst }: TeamProps) {
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const notice = useNotice();
  const [inviting, setInviting] = useState(inviteAtFirst);
  const { data: team } = useQuery({
    queryKey: queryKeys.team,
    queryFn: ({ signal }) => request<TeamList>('/api/console/team', { signal }),
    initialData: initial,
  });
  const manages = givable.length > 0;
  const refresh = () => queries.invalidateQueries({ queryKey: queryKeys.team });

  async function change(member: Member, role: string) {
    try {
      await withStepUp(() => request(`/api/console/team/${member.id}`, { method: 'PATCH', body: { role } }));
      notice({ title: `${member.name} is now ${roleNames[role as Role]}` });
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      notice({ tone: 'problem', title: 'The role stays as it was', text: error.message });
    }
    await refresh();
  }

  return (
    <>
      <Section id="members" title="Members">
        <DataTable
          caption="Members"
          rows={team.members}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Name',
              cell: ({ id, name, email }) => (
                <>
                  <span className="flex flex-wrap items-center gap-2">
                    {name} {id === me.id && <Badge tone="accent">You</Badge>}
                  </span>
                  <span className="block text-13 font-normal wrap-anywhere text-ink-muted">{email}</span>
                </>
              ),
            },
            {
              header: 'Role',
              cell: (member) =>
                givable.includes(member.role) && member.id !== me.id ? (
                  <SelectField
                    bare
                    label={`Role of ${member.name}`}
                    value={member.role}
                    onChange={(event) => void change(member, event.target.value)}
                    options={givable.map((role) => ({ value: role, label: roleNames[role] }))}
                  />
                ) : (
                  roleNames[member.role]
                ),
            },
            { header: 'Second factor', cell: ({ has_totp: hasTotp }) => (hasTotp ? 'On' : 'Off') },
            { header: 'Joined', cell: ({ joined }) => <DateTime at={joined} show="day" /> },
            {
              header: 'Act',
              cell: ({ id, name, role }) =>
                givable.includes(role) && id !== me.id ? (
                  <ConfirmDialog
                    trigger={<Button aria-label={`Remove ${name}`}>Remove</Button>}
                    title={`Remove ${name} from the team?`}
                    description="Every session in this account ends within a second. OAuth clients keep working."
                    confirmLabel="Remove member"
                    pendingLabel="Removing member"
                    onConfirm={async () => {
                      await withStepUp(() => request(`/api/console/team/${id}`, { method: 'DELETE' }));
                      notice({ title: `${name} was removed` });
                      await refresh();
                    }}
                  />
                ) : null,
            },
          ]}
        />
        {manages && (
          <div className="mt-3">
            <Button variant="primary" onClick={() => setInviting(true)}>
              Invite a colleague
            </Button>
          </div>
        )}
      </Section>
      {team.invitations.length > 0 && (
        <Section id="invitations" title="Open invitations">
          <DataTable
            caption="Open invitations"
            rows={team.invitations}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Address', cell: ({ email }) => email },
              { header: 'Role', cell: ({ role }) => roleNames[role] },
              { header: 'Ends', cell: ({ expires }) => <DateTime at={expires} /> },
              {
                header: 'Act',
                cell: ({ id, email }) =>
                  manages ? (
                    <ConfirmDialog
                      danger="simple"
                      trigger={<Button aria-label={`Withdraw the invitation of ${email}`}>Withdraw</Button>}
                      title={`Withdraw the invitation of ${email}?`}
                      description="Its link stops working at once."
                      confirmLabel="Withdraw invitation"
                      pendingLabel="Withdrawing invitation"
                      onConfirm={async () => {
                        await request(`/api/console/team/invitations/${id}`, { method: 'DELETE' });
                        await refresh();
                      }}
                    />
                  ) : null,
              },
            ]}
          />
        </Section>
      )}
      <SidePanel open={inviting && manages} onClose={() => setInviting(false)} title="Invite a colleague">
        <InviteForm
          givable={givable}
          onInvited={async (email) => {
            setInviting(false);
            notice({ title: `Invited ${email}`, text: 'The link works once, for seven days.' });
            await refresh();
          }}
        />
      </SidePanel>
    </>
  );
}
