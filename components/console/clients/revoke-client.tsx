'use client';
import { useRouter } from 'next/navigation';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNotice } from '@/components/ui/toast';
import { projectPath } from '../shell/places';
import { clientRoutes } from './client-routes';
import type { ClientFacts } from './facts';
import { useClientsChanged } from './use-clients';

function consequence(calls: number): string {
  if (calls === 0) return 'Nobody called with it in the last hour.';
  return calls === 1
    ? 'It made 1 call in the last hour; the next one will be refused.'
    : `It made ${calls.toLocaleString('en-GB')} calls in the last hour; the next one will be refused.`;
}

/** Ends a client for good, by typing its name. */
export function RevokeClient({ projectId, client }: { projectId: string; client: ClientFacts }) {
  const router = useRouter();
  const notice = useNotice();
  const stepUp = useStepUp();
  const clientsChanged = useClientsChanged(projectId);
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Revoke client</Button>}
      title={`Revoke “${client.name}”`}
      description={
        <>
          <p className="font-medium text-ink">{consequence(client.calls_last_hour)}</p>
          <p className="mt-1">
            Its secrets, its keys and every token it has are dead within a second. This cannot be undone.
          </p>
        </>
      }
      confirmLabel="Revoke client"
      pendingLabel="Revoking client"
      danger="irreversible"
      typeToConfirm={client.name}
      onConfirm={async (name) => {
        await stepUp(() => clientRoutes(projectId, client.id).revoke(name));
        await clientsChanged();
        notice({ title: 'Client revoked', text: `“${client.name}” is dead everywhere.` });
        router.push(projectPath(projectId, 'clients'));
      }}
    />
  );
}
