// Routes that nobody is signed in for yet: sign-in, sign-up, verification, reset. The same pipeline and the same
// demands on origin and content type; their verbs throttle by themselves and open their own transactions.
import type { z } from 'zod';
import {
  sessionOperation,
  type AnonymousContext,
  type ChangeDeclaration,
  type ReadDeclaration,
  type SessionOperation,
  type SessionParamKinds,
} from './session-operation';

export { Reply } from './session-operation';
export { sessionRoute as authRoute } from './session-route';

/** Declares a read by somebody unknown. */
export function authRead<const Params extends SessionParamKinds>(
  declaration: ReadDeclaration<AnonymousContext, Params, z.ZodType<object>>,
): SessionOperation {
  return sessionOperation({ kind: 'read', audience: { kind: 'anyone' } }, declaration);
}

/** Declares an act of somebody unknown. */
export function authAct<
  Body extends z.ZodType = z.ZodType<object>,
  const Params extends SessionParamKinds = SessionParamKinds,
>(declaration: ChangeDeclaration<AnonymousContext, Params, z.ZodType<object>, Body>): SessionOperation {
  return sessionOperation(
    { kind: 'change', audience: { kind: 'anyone' }, inTransaction: false },
    declaration,
  );
}
