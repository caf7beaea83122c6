import { Status } from '@/components/ui/status';

/** Of a partner or a project. */
export function Standing({ status }: { status: 'active' | 'suspended' | 'closed' }) {
  if (status === 'active') return <Status tone="positive">Active</Status>;
  if (status === 'suspended') return <Status tone="danger">Suspended</Status>;
  return <Status shape="outline">Closed</Status>;
}

/** Whether staff have looked at the company. */
export function Verification({ state }: { state: 'none' | 'waiting' | 'verified' }) {
  if (state === 'verified') return <Status tone="positive">Verified</Status>;
  if (state === 'waiting')
    return (
      <Status tone="caution" shape="outline">
        To be verified
      </Status>
    );
  return <Status shape="outline">No details yet</Status>;
}
