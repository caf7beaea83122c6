// What a console, ops or auth route declares. The pipeline and the matrix test read the same object.
import type { z } from 'zod';
import type { PersonActor, StaffActor } from '@/lib/core/actor';
import type { Clock } from '@/lib/core/clock';
import type { IdPrefix } from '@/lib/core/ids';
import type { Caller, ConsoleSession, MemberRole, StaffSession } from '@/lib/auth';
import type { Transaction } from '@/lib/db';
import type { findProject } from '@/lib/projects';
import type { StaffPermission } from '@/lib/staff';

type ProjectDetail = NonNullable<Awaited<ReturnType<typeof findProject>>>;

/** Which kinds of id a path parameter may be, or a pattern it must match whole. Anything else is 404. */
export type SessionParamKinds = Readonly<Record<string, readonly IdPrefix[] | RegExp>>;

/** An answer that is more than a 200 with a body. */
export class Reply<Body = unknown> {
  constructor(
    readonly body: Body,
    readonly options: { readonly status?: 200 | 201 | 202 | 204; readonly cookies?: readonly string[] } = {},
  ) {}
}

interface CommonContext {
  readonly requestId: string;
  readonly caller: Caller;
  readonly clock: Clock;
}

/** Context of a route that nobody has to be signed in for. */
export interface AnonymousContext extends CommonContext {
  /** The `Cookie` header, for cookies that are no session. */
  readonly cookieHeader: string | null;
}

export interface ConsoleContext extends CommonContext {
  readonly session: ConsoleSession;
  readonly actor: PersonActor;
  /** The account the session works in; every query of a console verb starts from it. */
  readonly partnerId: string;
}

export interface OpsContext extends CommonContext {
  readonly session: StaffSession;
  readonly actor: StaffActor;
}

/** With a path parameter `projectId` the project is known, and known to be the partner's own. */
export type WithProject<Base, Params> = Base &
  (Params extends { readonly projectId: unknown } ? { readonly project: ProjectDetail } : unknown);

export type InTransaction<Base> = Base & { readonly tx: Transaction };

type Values<Params> = { readonly [Name in keyof Params]: string };

interface Input<Params extends SessionParamKinds, Query extends z.ZodType> {
  readonly params?: Params;
  readonly query?: Query;
}

export interface ReadDeclaration<
  Ctx,
  Params extends SessionParamKinds,
  Query extends z.ZodType,
> extends Input<Params, Query> {
  readonly handler: (call: {
    readonly ctx: WithProject<Ctx, Params>;
    readonly params: Values<Params>;
    readonly query: z.output<Query>;
  }) => Promise<unknown>;
}

export interface ChangeDeclaration<
  Ctx,
  Params extends SessionParamKinds,
  Query extends z.ZodType,
  Body extends z.ZodType,
> extends Input<Params, Query> {
  /** Left out: the route takes no fields; no body or `{}`. */
  readonly body?: Body;
  readonly handler: (call: {
    readonly ctx: WithProject<Ctx, Params>;
    readonly params: Values<Params>;
    readonly query: z.output<Query>;
    readonly body: z.output<Body>;
  }) => Promise<unknown>;
}

/** `recent`: the person proved within five minutes that it is he. `recent_in_live`: for live projects only. */
export type StepUpDemand = 'recent' | 'recent_in_live';

/** Who may call an operation. */
export type Audience =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'partner'; readonly role: MemberRole; readonly whileSuspended: boolean }
  | { readonly kind: 'staff'; readonly permission: StaffPermission };

/** A declared operation, its types erased. */
export interface SessionOperation {
  readonly kind: 'read' | 'change' | 'stream';
  readonly audience: Audience;
  readonly stepUp: StepUpDemand | undefined;
  readonly params: SessionParamKinds;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  /** Changes: whether the pipeline opens the transaction. A verb that must keep what it counted opens its own. */
  readonly inTransaction: boolean;
  readonly handler: (call: never) => unknown;
}

/** The declaration as an operation. Types of its handler are true because its schemas stand in the declaration. */
export function sessionOperation(
  fixed: Pick<SessionOperation, 'kind' | 'audience'> & Partial<SessionOperation>,
  declaration: object,
): SessionOperation {
  return {
    stepUp: undefined,
    params: {},
    query: undefined,
    body: undefined,
    inTransaction: fixed.kind === 'change',
    ...declaration,
    ...fixed,
  } as unknown as SessionOperation;
}
