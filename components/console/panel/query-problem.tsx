'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ClientError } from '@/lib/client/client-error';

/** Why something could not be read, what to quote, and another try. */
export function QueryProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const known = error instanceof ClientError ? error : undefined;
  const gone = known?.status === 404;
  return (
    <Callout tone={gone ? 'caution' : 'danger'} title={gone ? 'It is not here' : 'This could not be read'}>
      <p>
        {gone
          ? 'It belongs to another project, never existed, or was kept no longer than its time.'
          : error.message}
        {known?.requestId !== undefined && ` If it goes on, quote ${known.requestId}.`}
      </p>
      {!gone && <Button onClick={onRetry}>Try again</Button>}
    </Callout>
  );
}
