'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { useNotice } from '@/components/ui/toast';
import { clientRoutes } from './client-routes';
import type { CredentialFacts } from './facts';
import { useClientsChanged } from './use-clients';

export const credentialName = ({ kind, hint }: CredentialFacts) =>
  kind === 'secret' ? `secret …${hint}` : `key ${hint.slice(0, 8)}…`;

interface RetireCredentialProps {
  readonly projectId: string;
  readonly clientId: string;
  readonly credential: CredentialFacts;
  /** Whether this is what the page is about. */
  readonly primary?: boolean;
  /** Whether the client could not sign in at all afterwards. */
  readonly isLast: boolean;
  readonly onRetired?: () => void;
}

/** Ends one credential: it mints no more tokens; those it minted live until they expire. */
export function RetireCredential({ projectId, clientId, credential, ...rest }: RetireCredentialProps) {
  const { primary, isLast, onRetired } = rest;
  const notice = useNotice();
  const stepUp = useStepUp();
  const clientsChanged = useClientsChanged(projectId);
  const name = credentialName(credential);
  const noun = credential.kind === 'secret' ? 'secret' : 'key';
  const call = credential.last_call;
  return (
    <ConfirmDialog
      trigger={
        <Button variant={primary === true ? 'primary' : 'secondary'} aria-label={`Retire ${name}`}>
          Retire {noun}
        </Button>
      }
      title={`Retire ${name}`}
      description={
        <>
          <p className="font-medium text-ink">
            {call === null ? (
              'Nobody ever called with it.'
            ) : (
              <>
                Last used <RelativeTime at={call.at} />
                {call.address !== null && ` from ${call.address}`} for {call.operation}.
              </>
            )}
          </p>
          <p className="mt-1">
            It mints no token from now on; tokens that it minted work until they expire.
            {isLast && ' It is the last one: afterwards this client cannot sign in.'}
          </p>
        </>
      }
      confirmLabel={`Retire ${noun}`}
      pendingLabel={`Retiring ${noun}`}
      onConfirm={async () => {
        await stepUp(() => clientRoutes(projectId, clientId).retire(credential.id));
        await clientsChanged();
        notice({ title: `Retired ${name}` });
        onRetired?.();
      }}
    />
  );
}
