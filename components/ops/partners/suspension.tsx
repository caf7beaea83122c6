import { ReasonDialog } from '../reason-dialog';

interface SuspensionProps {
  readonly kind: 'partner' | 'project';
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  /** What stops, in figures. */
  readonly consequence: string;
}

/** Stops a partner or a project, or lets it work again. */
export function Suspension({ kind, id, name, status, consequence }: SuspensionProps) {
  const path = `/api/ops/${kind}s/${id}`;
  const shared = { field: 'reason', fieldLabel: 'Reason' } as const;
  return status === 'active' ? (
    <ReasonDialog
      {...shared}
      path={`${path}/suspend`}
      fieldHint="Stands in the audit trail; the partner does not read it."
      label={`Suspend ${kind}`}
      title={`Suspend ${name}`}
      description={`${consequence} Every call is refused within a second. Nothing is revoked: tokens work again afterwards.`}
      confirmLabel={`Suspend ${kind}`}
      pendingLabel="Suspending"
      danger="costly"
      done={`${name} is suspended`}
    />
  ) : (
    <ReasonDialog
      {...shared}
      path={`${path}/resume`}
      fieldHint="Stands in the audit trail."
      label={`Resume ${kind}`}
      title={`Let ${name} work again`}
      description="Its calls are answered within a second, with the tokens that it has."
      confirmLabel={`Resume ${kind}`}
      pendingLabel="Resuming"
      done={`${name} works again`}
    />
  );
}
