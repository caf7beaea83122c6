'use client';
import { KeyRound } from 'lucide-react';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { CallLine } from './call-line';
import type { ClientFacts, CredentialFacts } from './facts';
import { RetireCredential } from './retire-credential';

function StateOf({ credential: { state, retires } }: { credential: CredentialFacts }) {
  if (state === 'live' && retires !== null) {
    return (
      <span>
        <Status tone="caution">Retiring</Status>
        <span className="block text-13 text-ink-muted">
          <RelativeTime at={retires} />
        </span>
      </span>
    );
  }
  if (state === 'live') return <Status tone="positive">Live</Status>;
  return <Status tone="neutral">{state === 'retired' ? 'Retired' : 'Revoked'}</Status>;
}

interface CredentialListProps {
  readonly projectId: string;
  readonly client: ClientFacts;
  readonly mayChange: boolean;
}

/** The secrets and keys of a client, with who used each last. */
export function CredentialList({ projectId, client, mayChange }: CredentialListProps) {
  const live = client.credentials.filter(({ state }) => state === 'live');
  const columns: [Column<CredentialFacts>, ...Column<CredentialFacts>[]] = [
    {
      header: 'Credential',
      cell: ({ kind, hint, id }) => (
        <span className="block min-w-0">
          {kind === 'secret' ? (
            <>
              Secret <code className="text-13">…{hint}</code>
            </>
          ) : (
            'Public key'
          )}
          <code className="block text-12 font-normal wrap-anywhere text-ink-muted">
            {kind === 'secret' ? id : hint}
          </code>
        </span>
      ),
    },
    { header: 'State', cell: (credential) => <StateOf credential={credential} /> },
    { header: 'Created', cell: ({ created }) => <DateTime at={created} show="day" /> },
    {
      header: 'Last used',
      cell: ({ last_call: call, last_used: used }) =>
        call !== null ? (
          <CallLine projectId={projectId} call={call} />
        ) : used !== null ? (
          <RelativeTime at={used} />
        ) : (
          <span className="text-ink-muted">Never</span>
        ),
    },
    ...(mayChange
      ? [
          {
            header: 'Act',
            cell: (credential: CredentialFacts) =>
              credential.state === 'live' ? (
                <RetireCredential
                  projectId={projectId}
                  clientId={client.id}
                  credential={credential}
                  isLast={live.length === 1}
                />
              ) : (
                <span className="text-ink-muted">None</span>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption="Credentials"
      rows={client.credentials}
      rowKey={({ id }) => id}
      columns={columns}
      empty={
        <EmptyState icon={KeyRound} title="No credentials">
          This client cannot sign in until it has a secret or a key.
        </EmptyState>
      }
    />
  );
}
