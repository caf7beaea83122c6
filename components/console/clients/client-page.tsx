'use client';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { KeyValueList } from '@/components/ui/key-value-list';
import { PageHeader } from '@/components/ui/page-header';
import { projectPath } from '../shell/places';
import { Section } from '../section';
import { AddKey } from './add-key';
import { CallLine } from './call-line';
import { ClientScopes } from './client-scopes';
import { CredentialList } from './credential-list';
import { liveSecrets, type ClientFacts } from './facts';
import { RevokeClient } from './revoke-client';
import { useClients } from './use-clients';

interface ClientPageProps {
  readonly projectId: string;
  readonly clientId: string;
  readonly first: readonly ClientFacts[];
  readonly mayChange: boolean;
}

/** One client: who uses it, what it signs in with, what it may do, and its end. */
export function ClientPage({ projectId, clientId, first, mayChange }: ClientPageProps) {
  const { data } = useClients(projectId, first);
  const client = data.find(({ id }) => id === clientId);
  if (client === undefined) return null;
  const home = projectPath(projectId, 'clients');
  const crumbs = [{ label: 'OAuth clients', href: home }];
  const rotating = liveSecrets(client).length > 1;
  const live = client.revoked === null;
  return (
    <>
      <PageHeader
        title={client.name}
        crumbs={crumbs}
        beside={
          <>
            {!live && <Badge tone="danger">Revoked</Badge>}
            {client.dormant && <Badge tone="caution">Dormant</Badge>}
            {rotating && <Badge tone="info">Rotating</Badge>}
          </>
        }
        actions={
          live &&
          mayChange && (
            <ButtonLink href={`${home}/${client.id}/rotate`} variant="primary">
              {rotating
                ? 'Watch rotation'
                : liveSecrets(client).length === 0
                  ? 'Add secret'
                  : 'Rotate secret'}
            </ButtonLink>
          )
        }
      />
      {client.dormant && (
        <div className="mb-6">
          <Callout tone="caution" title="Nobody used this client for 30 days">
            A client that no program needs any more is a way in for others. Revoke it if nothing depends on
            it.
          </Callout>
        </div>
      )}
      <KeyValueList
        items={[
          { name: 'Client id', value: <IdChip id={client.id} what="client id" /> },
          { name: 'Created', value: <DateTime at={client.created} /> },
          {
            name: 'Last used',
            value:
              client.last_call === null ? (
                'Never'
              ) : (
                <CallLine projectId={projectId} call={client.last_call} />
              ),
          },
          { name: 'Calls, last hour', value: client.calls_last_hour.toLocaleString('en-GB') },
        ]}
      />
      <Section
        title="Credentials"
        lead="What the program signs in with: up to two secrets and four public keys."
      >
        <CredentialList projectId={projectId} client={client} mayChange={mayChange && live} />
        {mayChange && live && (
          <div className="mt-3">
            <AddKey projectId={projectId} client={client} />
          </div>
        )}
      </Section>
      <Section title="What it may do" lead="The most that a token of this client can have.">
        <ClientScopes projectId={projectId} client={client} mayChange={mayChange && live} />
      </Section>
      {live && mayChange && (
        <Section
          title="End of this client"
          lead="Revoking is for good and counts within a second everywhere."
        >
          <RevokeClient projectId={projectId} client={client} />
        </Section>
      )}
    </>
  );
}
