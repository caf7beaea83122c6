import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { Status } from '@/components/ui/status';
import type { Checklist } from '@/lib/go-live';

type Item = Checklist['items'][number];

const words: Record<Item['id'], string> = {
  token_reused: 'Keeps its access token and uses it again',
  idempotency_keys: 'Sends an idempotency key with every write',
  throttle_waited_out: 'Waits a 429 out',
  error_handled: 'Mends a request after an error',
  webhook_received: 'Receives webhooks',
  decline_handled: 'Reads a decline',
  disbursement_requested: 'Asks for the money of a loan',
};

function Shown({ item }: { item: Item | undefined }) {
  if (item?.passed === true) return <Status tone="positive">Shown</Status>;
  if (item?.counter_proof) return <Status tone="danger">Shown otherwise</Status>;
  return (
    <Status tone="caution" shape="outline">
      Not shown
    </Status>
  );
}

/** What the partner's own checklist says: as it stood when they asked, and now, with the request that proves it. */
export function ChecklistTable({ asked, now }: { asked: Checklist | null; now: Checklist | null }) {
  const latest = now ?? asked;
  const asItStood = (id: Item['id']) => asked?.items.find((item) => item.id === id);
  return (
    <DataTable
      caption="Checklist"
      density="compact"
      rows={latest?.items ?? []}
      rowKey={({ id }) => id}
      columns={[
        { header: 'The program', cell: ({ id }) => words[id] },
        { header: 'When they asked', cell: ({ id }) => <Shown item={asItStood(id)} /> },
        { header: 'Now', cell: (item) => (now === null ? '–' : <Shown item={item} />) },
        {
          header: 'Seen in',
          cell: ({ proof, counter_proof: counter }) => {
            const seen = counter ?? proof;
            if (seen === null) return <span className="text-ink-muted">No traffic shows it</span>;
            return (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 @max-xl:justify-end">
                <IdChip id={seen.id} what={seen.kind} />
                <span className="text-13 text-ink-muted">
                  <DateTime at={seen.at} />
                </span>
              </span>
            );
          },
        },
      ]}
    />
  );
}
