// Routes of the partner console (`app/api/console/**`). A route file declares, the pipeline (session-route.ts) checks:
//
//   export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
//     GET: consoleRead({ role: 'read_only', params: { projectId: ['prj'] }, query, handler: ({ ctx, query }) => … }),
//     POST: consoleChange({ role: 'developer', stepUp: 'recent_in_live', params: { projectId: ['prj'] }, body,
//       handler: ({ ctx, body }) => verb({ ctx, input: body }) }),
//   });
//
// A path parameter called `projectId` is the partner's own project by the time the handler runs, as `ctx.project`;
// anyone else's is 404. A change runs in one transaction (`ctx.tx`). What the handler returns is the JSON answer;
// `new Reply(body, { status: 201 })` says more; undefined is 204. Read `ctx.partnerId`, never an id of the body.
import type { z } from 'zod';
import type { MemberRole } from '@/lib/auth';
import {
  sessionOperation,
  type ChangeDeclaration,
  type ConsoleContext,
  type InTransaction,
  type ReadDeclaration,
  type SessionOperation,
  type SessionParamKinds,
  type StepUpDemand,
  type WithProject,
} from './session-operation';
import type { StreamMessage } from './session-steps/open-stream';

export { Reply } from './session-operation';
export type { ConsoleContext } from './session-operation';
export { sessionRoute as consoleRoute } from './session-route';

interface Access {
  /** The least role that may. */
  readonly role: MemberRole;
}

interface ChangeAccess extends Access {
  readonly stepUp?: StepUpDemand;
  /** Default false: a suspended account reads and changes nothing. */
  readonly whileSuspended?: boolean;
}

const audienceOf = ({ role, whileSuspended = false }: ChangeAccess) =>
  ({ kind: 'partner', role, whileSuspended }) as const;

/** Declares a read. */
export function consoleRead<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
>(declaration: Access & ReadDeclaration<ConsoleContext, Params, Query>): SessionOperation {
  return sessionOperation({ kind: 'read', audience: audienceOf(declaration) }, declaration);
}

/** Declares a change, run in one transaction. */
export function consoleChange<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
  Body extends z.ZodType = z.ZodType<object>,
>(
  declaration: ChangeAccess & ChangeDeclaration<InTransaction<ConsoleContext>, Params, Query, Body>,
): SessionOperation {
  return sessionOperation({ kind: 'change', audience: audienceOf(declaration) }, declaration);
}

/** Declares a change whose verb opens its own transactions: it asks somebody first, or keeps what it counted. */
export function consoleAct<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
  Body extends z.ZodType = z.ZodType<object>,
>(declaration: ChangeAccess & ChangeDeclaration<ConsoleContext, Params, Query, Body>): SessionOperation {
  return sessionOperation(
    { kind: 'change', audience: audienceOf(declaration), inTransaction: false },
    declaration,
  );
}

/** Declares a stream of server-sent events. It ends within a second of the session; `signal` says so. */
export function consoleStream<
  const Params extends SessionParamKinds,
  Query extends z.ZodType = z.ZodType<object>,
>(
  declaration: Access & {
    readonly params?: Params;
    readonly query?: Query;
    readonly handler: (call: {
      readonly ctx: WithProject<ConsoleContext, Params>;
      readonly params: { readonly [Name in keyof Params]: string };
      readonly query: z.output<Query>;
      readonly signal: AbortSignal;
    }) => AsyncIterable<StreamMessage>;
  },
): SessionOperation {
  return sessionOperation({ kind: 'stream', audience: audienceOf(declaration) }, declaration);
}
