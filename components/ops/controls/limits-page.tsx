'use client';
// The limits of live money-out: in force, proposed, and every version with the people behind it.
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { useNotice } from '@/components/ui/toast';
import type { ShownLimits, ShownLimitsVersion } from '@/lib/disbursements';
import { LimitsDialog } from './limits-dialog';
import { useControl } from './use-control';

export interface LimitRights {
  readonly personId: string;
  readonly mayChange: boolean;
}

const amounts = [
  ['per_item_pence', 'One payment'],
  ['per_person_day_pence', 'One releaser a day'],
  ['per_partner_day_pence', 'One partner a day'],
] as const;

function InForce({ limits }: { limits: ShownLimitsVersion }) {
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {amounts.map(([key, name]) => (
        <Card key={key} className="p-4">
          <dt className="text-13 text-ink-muted">{name}</dt>
          <dd className="mt-1 text-20 font-semibold">
            <Money pence={limits[key]} />
          </dd>
        </Card>
      ))}
    </dl>
  );
}

interface ProposalProps {
  readonly proposed: ShownLimitsVersion;
  readonly inForce: ShownLimitsVersion;
  readonly rights: LimitRights;
  readonly act: (verb: string) => Promise<unknown>;
}

function Decide({ proposed, rights, act }: Omit<ProposalProps, 'inForce'>) {
  const notice = useNotice();
  if (!rights.mayChange)
    return <p className="text-13 text-ink-muted">An administrator confirms or withdraws it.</p>;
  const own = proposed.proposed_by?.id === rights.personId;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {own ? (
        <p className="text-13 text-ink-soft">
          You proposed these limits. <strong>An administrator other than you</strong> confirms them.
        </p>
      ) : (
        <ConfirmDialog
          trigger={<Button variant="primary">Confirm limits</Button>}
          title="Confirm these limits?"
          description="They are in force at once, for every release from now on. You release nothing today."
          confirmLabel="Confirm limits"
          pendingLabel="Confirming"
          onConfirm={async () => {
            await act(`${proposed.version}/confirm`);
            notice({ title: 'The new limits are in force' });
          }}
        />
      )}
      <ConfirmDialog
        danger="simple"
        trigger={<Button variant="quiet">Withdraw proposal</Button>}
        title="Withdraw this proposal?"
        description="The limits in force stay as they are."
        confirmLabel="Withdraw proposal"
        pendingLabel="Withdrawing"
        onConfirm={async () => {
          await act(`${proposed.version}/withdraw`);
          notice({ title: 'Withdrawn' });
        }}
      />
    </div>
  );
}

function Proposal({ proposed, inForce, rights, act }: ProposalProps) {
  return (
    <Card className="space-y-3 border-caution/40">
      <dl className="space-y-1">
        {amounts.map(([key, name]) => (
          <div key={key} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-muted">{name}</dt>
            <dd>
              {inForce[key] === proposed[key] ? (
                <>
                  <Money pence={proposed[key]} /> <span className="text-ink-muted">unchanged</span>
                </>
              ) : (
                <>
                  <s className="text-ink-muted">
                    <Money pence={inForce[key]} />
                  </s>{' '}
                  <strong>
                    <Money pence={proposed[key]} />
                  </strong>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft wrap-anywhere">“{proposed.reason}”</p>
      <p className="text-13 text-ink-muted">
        {proposed.proposed_by?.name}, <DateTime at={proposed.proposed} />
      </p>
      <Decide proposed={proposed} rights={rights} act={act} />
    </Card>
  );
}

function Fate({ version, inForce }: { version: ShownLimitsVersion; inForce: number }) {
  if (version.version === inForce) return <Status tone="positive">In force</Status>;
  if (version.confirmed !== null) return <Status>Replaced</Status>;
  if (version.withdrawn !== null) return <Status>Withdrawn</Status>;
  return (
    <Status tone="caution" shape="outline">
      Proposed
    </Status>
  );
}

function columnsFor(inForce: number): [Column<ShownLimitsVersion>, ...Column<ShownLimitsVersion>[]] {
  return [
    { header: 'Version', cell: ({ version }) => version },
    { header: 'State', cell: (version) => <Fate version={version} inForce={inForce} /> },
    ...amounts.map(([key, header]) => ({
      header,
      numeric: true,
      cell: (version: ShownLimitsVersion) => <Money pence={version[key]} />,
    })),
    {
      header: 'Proposed by',
      cell: ({ proposed_by: by, proposed }) => (
        <>
          {by?.name}, <DateTime at={proposed} show="day" />
        </>
      ),
    },
    {
      header: 'Confirmed by',
      cell: ({ confirmed_by: by, confirmed }) =>
        confirmed === null ? (
          <span className="text-ink-muted">Nobody</span>
        ) : (
          <>
            {by?.name}, <DateTime at={confirmed} show="day" />
          </>
        ),
    },
    { header: 'Reason', cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
  ];
}

interface LimitsPageProps {
  readonly initial: ShownLimits;
  readonly rights: LimitRights;
}

export function LimitsPage({ initial, rights }: LimitsPageProps) {
  const { shown, act } = useControl('limits', '/api/ops/limits', initial);
  const { in_force: inForce, proposed, versions } = shown;
  return (
    <>
      <PageHeader
        title="Limits"
        actions={
          rights.mayChange &&
          proposed === null && (
            <LimitsDialog
              inForce={inForce}
              propose={(body) => act('', body)}
              trigger={<Button variant="primary">Propose limits</Button>}
            />
          )
        }
      >
        What live money-out never goes beyond, exactly, however many release at once. A day is a UK calendar
        day. One administrator proposes, another confirms.
      </PageHeader>
      <Section id="in-force" title="In force">
        <InForce limits={inForce} />
      </Section>
      {proposed !== null && (
        <Section id="proposed" title="Proposed">
          <Proposal proposed={proposed} inForce={inForce} rights={rights} act={act} />
        </Section>
      )}
      <Section id="history" title="History">
        <DataTable
          caption="Every version, newest first"
          columns={columnsFor(inForce.version)}
          rows={versions}
          rowKey={({ version }) => String(version)}
          density="compact"
          empty={
            <EmptyState icon={SlidersHorizontal} title="No versions">
              Every proposal and who confirmed it appears here.
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}
