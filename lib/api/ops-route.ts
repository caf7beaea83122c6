// Routes of the ops dashboard (`app/api/ops/**`): as console-route.ts, for staff. A declaration names the permission
// (lib/staff/permissions) instead of a role. A `projectId` in the path is any partner's.
import type { z } from 'zod';
import type { StaffPermission } from '@/lib/staff';
import {
  sessionOperation,
  type ChangeDeclaration,
  type InTransaction,
  type OpsContext,
  type ReadDeclaration,
  type SessionOperation,
  type SessionParamKinds,
} from './session-operation';

export { Reply } from './session-operation';
export type { OpsContext } from './session-operation';
export { sessionRoute as opsRoute } from './session-route';

interface Access {
  readonly permission: StaffPermission;
}

interface ChangeAccess extends Access {
  /** For acts that need a fresh factor but no proof bound to an object. */
  readonly stepUp?: 'recent';
}

const audienceOf = ({ permission }: Access) => ({ kind: 'staff', permission }) as const;

/** Declares a read. */
export function opsRead<const Params extends SessionParamKinds, Query extends z.ZodType = z.ZodType<object>>(
  declaration: Access & ReadDeclaration<OpsContext, Params, Query>,
): SessionOperation {
  return sessionOperation({ kind: 'read', audience: audienceOf(declaration) }, declaration);
}

/** Declares a change, run in one transaction. */
export function opsChange<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
  Body extends z.ZodType = z.ZodType<object>,
>(
  declaration: ChangeAccess & ChangeDeclaration<InTransaction<OpsContext>, Params, Query, Body>,
): SessionOperation {
  return sessionOperation({ kind: 'change', audience: audienceOf(declaration) }, declaration);
}

/** Declares a change whose verb opens its own transactions: a refusal it records must outlive the refusal. */
export function opsAct<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
  Body extends z.ZodType = z.ZodType<object>,
>(declaration: ChangeAccess & ChangeDeclaration<OpsContext, Params, Query, Body>): SessionOperation {
  return sessionOperation(
    { kind: 'change', audience: audienceOf(declaration), inTransaction: false },
    declaration,
  );
}
