'use client';
import { KeyRound } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { projectPath } from '../shell/places';
import { CallLine } from './call-line';
import { liveKeys, liveSecrets, type ClientFacts } from './facts';
import { scopesInWords } from './scope-rows';
import { useClients } from './use-clients';

function credentialsInWords(client: ClientFacts): string {
  const [secrets, keys] = [liveSecrets(client).length, liveKeys(client).length];
  const parts = [
    secrets > 0 && `${secrets} ${secrets === 1 ? 'secret' : 'secrets'}`,
    keys > 0 && `${keys} ${keys === 1 ? 'key' : 'keys'}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'None' : parts.join(', ');
}

function standing(client: ClientFacts) {
  if (client.revoked !== null) return <Badge tone="danger">Revoked</Badge>;
  if (client.dormant) return <Badge tone="caution">Dormant</Badge>;
  return liveSecrets(client).length > 1 ? <Badge tone="info">Rotating</Badge> : null;
}

interface ClientListProps {
  readonly projectId: string;
  readonly first: readonly ClientFacts[];
  readonly mayCreate: boolean;
}

/** All clients of a project with who used them last. */
export function ClientList({ projectId, first, mayCreate }: ClientListProps) {
  const { data, isFetching, isPlaceholderData } = useClients(projectId, first);
  const home = projectPath(projectId, 'clients');
  const columns: [Column<ClientFacts>, ...Column<ClientFacts>[]] = [
    {
      header: 'Client',
      cell: (client) => (
        <span className="flex min-w-0 flex-col items-start gap-0.5">
          <span className="flex flex-wrap items-center gap-2">
            {client.revoked === null ? (
              <TextLink href={`${home}/${client.id}`}>{client.name}</TextLink>
            ) : (
              <span className="text-ink-muted line-through">{client.name}</span>
            )}
            {standing(client)}
          </span>
          <code className="text-12 font-normal wrap-anywhere text-ink-muted">{client.id}</code>
        </span>
      ),
    },
    { header: 'Scopes', cell: ({ scopes }) => <span title={scopes.join(' ')}>{scopesInWords(scopes)}</span> },
    { header: 'Credentials', cell: credentialsInWords },
    {
      header: 'Last used',
      cell: ({ last_call: call }) =>
        call === null ? (
          <span className="text-ink-muted">Never</span>
        ) : (
          <CallLine projectId={projectId} call={call} />
        ),
    },
    {
      header: 'Calls, last hour',
      numeric: true,
      cell: ({ calls_last_hour }) => calls_last_hour.toLocaleString('en-GB'),
    },
  ];
  return (
    <DataTable
      caption="OAuth clients"
      rows={data}
      rowKey={({ id }) => id}
      columns={columns}
      refreshing={isFetching && isPlaceholderData}
      empty={
        <EmptyState
          icon={KeyRound}
          title="No clients yet"
          action={mayCreate && <ButtonLink href={`${home}/new`}>Create client</ButtonLink>}
        >
          A client is how your program signs in: an id with a secret or a public key, and the scopes it may
          ask for.
        </EmptyState>
      }
    />
  );
}
