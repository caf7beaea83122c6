import { DataTable, type Column } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Usage } from '@/lib/usage';
import { projectPath } from '../shell/places';

type Row = Usage['operations'][number];

const count = (value: number) => value.toLocaleString('en-GB');
const milliseconds = (value: number | null) => (value === null ? 'none' : `${value.toFixed(1)} ms`);

/** The same figures by route; each leads to its calls in the log. */
export function OperationTable({ projectId, usage }: { projectId: string; usage: Usage }) {
  const log = (operation: string, more = '') =>
    `${projectPath(projectId, 'requests')}?operation=${operation}&created_after=${usage.from}&created_before=${usage.to}${more}`;
  const columns: [Column<Row>, ...Column<Row>[]] = [
    {
      header: 'Route',
      cell: ({ operation }) => (
        <TextLink href={log(operation)} className="font-mono text-13">
          {operation}
        </TextLink>
      ),
    },
    { header: 'Calls', numeric: true, cell: ({ calls }) => count(calls) },
    {
      header: 'Errors',
      numeric: true,
      cell: ({ operation, errors }) =>
        errors === 0 ? '0' : <TextLink href={log(operation, '&status_class=4xx')}>{count(errors)}</TextLink>,
    },
    {
      header: 'Throttled',
      numeric: true,
      cell: ({ operation, throttled }) =>
        throttled === 0 ? '0' : <TextLink href={log(operation, '&status=429')}>{count(throttled)}</TextLink>,
    },
    { header: 'p50', numeric: true, cell: ({ p50_ms }) => milliseconds(p50_ms) },
    { header: 'p95', numeric: true, cell: ({ p95_ms }) => milliseconds(p95_ms) },
    { header: 'p99', numeric: true, cell: ({ p99_ms }) => milliseconds(p99_ms) },
  ];
  return (
    <section aria-labelledby="routes-heading">
      <h2 id="routes-heading" className="mb-3 text-16 font-semibold">
        By route
      </h2>
      <DataTable
        caption="Usage by route"
        density="compact"
        columns={columns}
        rows={usage.operations}
        rowKey={({ operation }) => operation}
      />
    </section>
  );
}
