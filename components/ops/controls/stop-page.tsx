'use client';
// Stop alone, start together: what is stopped now, and the journal of every stop.
import { CirclePlay, OctagonX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { useNotice } from '@/components/ui/toast';
import type { ShownStop, ShownStopPage } from '@/lib/disbursements';
import { StopDialog } from './stop-dialog';
import { useControl } from './use-control';

export interface StopRights {
  readonly personId: string;
  readonly mayStop: boolean;
  readonly mayStart: boolean;
}

const whatOf = ({ partner }: ShownStop) => (partner === null ? 'All money-out' : partner.name);

interface HeldProps {
  readonly stop: ShownStop;
  readonly rights: StopRights;
  readonly act: (verb: string) => Promise<unknown>;
}

function StartButton({ stop, rights, act }: HeldProps) {
  const notice = useNotice();
  const proposer = stop.start_proposed_by;
  if (!rights.mayStart)
    return <p className="text-13 text-ink-muted">Releasers and administrators start again, two of them.</p>;
  if (proposer?.id === rights.personId) {
    return (
      <p className="text-13 text-ink-soft">
        You proposed to start again. <strong>A releaser or administrator other than you</strong> confirms it.
      </p>
    );
  }
  if (proposer === null) {
    return (
      <ConfirmDialog
        danger="simple"
        trigger={<Button>Propose to start</Button>}
        title={`Propose to start: ${whatOf(stop)}`}
        description="Nothing starts yet. A second person confirms it; then every waiting payment is judged anew."
        confirmLabel="Propose to start"
        pendingLabel="Proposing"
        onConfirm={async () => {
          await act(`${stop.id}/propose-start`);
          notice({ title: 'Proposed', text: 'A second person confirms it.' });
        }}
      />
    );
  }
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">Confirm the start</Button>}
      title={`Start again: ${whatOf(stop)}`}
      description={`${proposer.name} proposed it. Payments that two officers released go to the bank from now on.`}
      confirmLabel="Start money-out"
      pendingLabel="Starting"
      onConfirm={async () => {
        await act(`${stop.id}/start`);
        notice({ title: 'Started again' });
      }}
    />
  );
}

function Held(props: HeldProps) {
  const { stop } = props;
  return (
    <Card className="flex flex-wrap items-start justify-between gap-4 border-danger/40">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-semibold">
          <OctagonX aria-hidden className="size-4.5 text-danger" />
          {whatOf(stop)} {stop.partner === null ? 'is' : 'are'} stopped
        </p>
        <p className="mt-1 text-ink-soft wrap-anywhere">{stop.reason}</p>
        <p className="mt-1 text-13 text-ink-muted">
          {stop.stopped_by?.name}, <DateTime at={stop.stopped} />
          {stop.start_proposed_by !== null && stop.start_proposed !== null && (
            <>
              . Start proposed by {stop.start_proposed_by.name}, <DateTime at={stop.start_proposed} />
            </>
          )}
        </p>
      </div>
      <StartButton {...props} />
    </Card>
  );
}

const journalColumns: [Column<ShownStop>, ...Column<ShownStop>[]] = [
  { header: 'What', cell: whatOf },
  { header: 'Reason', cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
  {
    header: 'Stopped',
    cell: ({ stopped, stopped_by: by }) => (
      <>
        {by?.name}, <DateTime at={stopped} />
      </>
    ),
  },
  {
    header: 'Started again',
    cell: ({ started, started_by: by, start_proposed_by: proposer }) =>
      started === null ? (
        <Status tone="danger">Stopped now</Status>
      ) : (
        <>
          {proposer?.name} and {by?.name}, <DateTime at={started} />
        </>
      ),
  },
];

interface StopPageProps {
  readonly initial: ShownStopPage;
  readonly rights: StopRights;
}

export function StopPage({ initial, rights }: StopPageProps) {
  const { shown, act } = useControl('stops', '/api/ops/money-out/stops', initial);
  const held = shown.journal.filter(({ started }) => started === null);
  return (
    <>
      <PageHeader
        title="Stop and start"
        actions={
          rights.mayStop && (
            <StopDialog
              partners={shown.partners}
              stop={(input) => act('', input)}
              trigger={<Button variant="danger">Stop money-out</Button>}
            />
          )
        }
      >
        One person stops all money-out, or one partner’s. Two people start it again.
      </PageHeader>
      <Section id="now" title="Now">
        {held.length === 0 ? (
          <Card className="flex items-center gap-2">
            <CirclePlay aria-hidden className="size-4.5 text-accent" />
            Money-out is running. Nothing is stopped.
          </Card>
        ) : (
          <div className="space-y-3">
            {held.map((stop) => (
              <Held key={stop.id} stop={stop} rights={rights} act={act} />
            ))}
          </div>
        )}
      </Section>
      <Section id="journal" title="Journal">
        <DataTable
          caption="Every stop, newest first"
          columns={journalColumns}
          rows={shown.journal}
          rowKey={({ id }) => id}
          density="compact"
          empty={
            <EmptyState icon={OctagonX} title="Never stopped">
              Who stopped money-out, why, and which two people started it again, appears here.
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}
