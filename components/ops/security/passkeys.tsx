'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { passkeysPath as path } from './passkeys-path';

interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly last_used: string | null;
}

const AddPasskey = dynamic(() => import('./add-passkey'), { ssr: false });

/** The passkeys of a member of staff: add, look at, remove; each act after a step-up. */
export function Passkeys({ initial }: { readonly initial: readonly ListedPasskey[] }) {
  const [adding, setAdding] = useState(false);
  const queries = useQueryClient();
  const notice = useNotice();
  const withStepUp = useStepUp();
  const queryKey = queryKeys.ops('passkeys');
  const { data: passkeys } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await request<{ data: readonly ListedPasskey[] }>(path, { signal })).data,
    initialData: initial,
  });

  async function done(title: string) {
    notice({ title });
    setAdding(false);
    await queries.invalidateQueries({ queryKey });
  }

  return (
    <div className="space-y-4">
      {passkeys.length === 0 ? (
        <p className="max-w-[60ch] text-ink-soft">
          None yet. A passkey signs exactly what you release, and cannot be typed into a false page.
        </p>
      ) : (
        <DataTable
          caption="Passkeys"
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Name', cell: ({ name }) => name },
            { header: 'Added', cell: ({ created }) => <RelativeTime at={created} /> },
            {
              header: 'Last used',
              cell: ({ last_used: lastUsed }) =>
                lastUsed === null ? 'Never' : <RelativeTime at={lastUsed} />,
            },
            {
              header: 'Act',
              cell: ({ id, name }) => (
                <ConfirmDialog
                  trigger={
                    <Button variant="quiet">
                      Remove<span className="sr-only"> {name}</span>
                    </Button>
                  }
                  title={`Remove “${name}”?`}
                  description="It no longer signs you in or releases money. The authenticator app stays."
                  confirmLabel="Remove passkey"
                  pendingLabel="Removing passkey"
                  onConfirm={async () => {
                    await withStepUp(() => request(`${path}/${id}`, { method: 'DELETE' }));
                    await done('The passkey is removed');
                  }}
                />
              ),
            },
          ]}
        />
      )}
      {adding ? (
        <AddPasskey onDone={() => done('The passkey is added')} />
      ) : (
        <Button onClick={() => setAdding(true)}>Add a passkey</Button>
      )}
    </div>
  );
}
