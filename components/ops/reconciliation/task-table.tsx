import { CircleCheck } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Reconciliation } from '@/lib/ops';
import { ReasonDialog } from '../reason-dialog';

type Task = Reconciliation['open'][number];

const spelled = (kind: string) => {
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Facts({ detail }: Pick<Task, 'detail'>) {
  return (
    <dl className="text-13">
      {Object.entries(detail).map(([name, value]) => (
        <div key={name} className="wrap-anywhere">
          <dt className="inline text-ink-muted">{name.replaceAll('_', ' ')}: </dt>
          <dd className="inline">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Subject({ subject, disbursement_id: id }: Task) {
  return id === null ? (
    <span className="font-mono text-12 wrap-anywhere">{subject}</span>
  ) : (
    <TextLink href={`/ops/disbursements/${id}`} className="font-mono text-12 wrap-anywhere">
      {subject}
    </TextLink>
  );
}

/** Differences that a person has to explain. */
export function OpenTasks({ tasks, mayResolve }: { tasks: readonly Task[]; mayResolve: boolean }) {
  return (
    <DataTable
      caption="Open tasks"
      density="compact"
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Difference',
          cell: ({ kind, blocking }) => (
            <span className="flex flex-wrap items-center gap-2">
              {spelled(kind)}
              {blocking && <Badge tone="danger">stops payments</Badge>}
            </span>
          ),
        },
        { header: 'About', cell: Subject },
        { header: 'Facts', cell: Facts },
        { header: 'Open since', cell: ({ opened }) => <RelativeTime at={opened} /> },
        {
          header: 'Act',
          cell: ({ id, kind }) =>
            mayResolve ? (
              <ReasonDialog
                path={`/api/ops/reconciliation/exceptions/${id}/resolve`}
                field="resolution"
                fieldLabel="What you found"
                fieldHint="Where the difference came from, and how it was settled."
                leastLength={10}
                label="End task"
                title={`End task: ${spelled(kind)}`}
                description="Ending a task moves no money. Starting money-out again takes two people, elsewhere."
                confirmLabel="End task"
                pendingLabel="Ending task"
                done="The task is ended"
              />
            ) : (
              '–'
            ),
        },
      ]}
      empty={
        <EmptyState icon={CircleCheck} title="No open tasks">
          A payment that the three books tell differently appears here, as a task for a person.
        </EmptyState>
      }
    />
  );
}

/** Differences that somebody has explained. */
export function EndedTasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <DataTable
      caption="Ended tasks"
      density="compact"
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Difference', cell: ({ kind }) => spelled(kind) },
        { header: 'About', cell: Subject },
        { header: 'Found', cell: ({ resolution }) => <span className="wrap-anywhere">{resolution}</span> },
        { header: 'By', cell: ({ resolved_by: by }) => by ?? '–' },
        { header: 'Ended', cell: ({ resolved }) => (resolved === null ? '–' : <DateTime at={resolved} />) },
      ]}
    />
  );
}
