import { Status } from '@/components/ui/status';
import type { Endpoint } from '@/lib/webhooks';

const reasons = {
  requested: 'Disabled',
  gone: 'Disabled: it answered 410',
  failing: 'Disabled: it kept failing',
} as const;

/** Enabled, or why not. */
export function EndpointStatus({ endpoint }: { endpoint: Pick<Endpoint, 'status' | 'disabled_reason'> }) {
  if (endpoint.status === 'enabled') return <Status tone="positive">Enabled</Status>;
  const reason = endpoint.disabled_reason ?? 'requested';
  return <Status tone={reason === 'requested' ? 'neutral' : 'danger'}>{reasons[reason]}</Status>;
}
