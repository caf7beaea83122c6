'use client';
import { useState } from 'react';
import { RecoveryCodes } from '@/components/console/security/recovery-codes';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Status } from '@/components/ui/status';
import { request } from '@/lib/client/request';

interface Codes {
  readonly recovery_codes: readonly string[];
}

/** Staff never turn the authenticator app off; what they renew is the codes for the day it is out of reach. */
export function RenewRecoveryCodes() {
  const [codes, setCodes] = useState<readonly string[]>();
  const withStepUp = useStepUp();
  if (codes !== undefined) return <RecoveryCodes codes={codes} onStored={() => setCodes(undefined)} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <Status tone="positive">Authenticator app is on</Status>
      <ConfirmDialog
        danger="simple"
        trigger={<Button>Renew recovery codes</Button>}
        title="Make ten new recovery codes?"
        description="The codes you stored before stop working."
        confirmLabel="Renew codes"
        pendingLabel="Renewing codes"
        onConfirm={async () => {
          const renewed = await withStepUp(() =>
            request<Codes>('/api/ops/auth/recovery-codes', { method: 'POST' }),
          );
          setCodes(renewed.recovery_codes);
        }}
      />
    </div>
  );
}
