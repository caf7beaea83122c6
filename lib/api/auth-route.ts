// Routes that nobody is signed in for yet: sign-in, sign-up, verification, reset. The same pipeline and the same
// demands on origin and content type; their verbs throttle by themselves and open their own transactions.
import type { z } from 'zod';
import {
  sessionOperation,
  type AnonymousContext,
  type ChangeDeclaration,
  type SessionOperation,
  type SessionParamKinds,
} from './session-operation';

export { Reply } from './session-operation';
export { sessionRoute as authRoute } from './session-route';

/** Declares an act of somebody unknown. */
export function authAct<Body extends z.ZodType = z.ZodType<object>>(
  declaration: ChangeDeclaration<AnonymousContext, SessionParamKinds, z.ZodType<object>, Body>,
): SessionOperation {
  return sessionOperation(
    { kind: 'change', audience: { kind: 'anyone' }, inTransaction: false },
    declaration,
  );
}
