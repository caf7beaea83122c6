// What a route file declares. The pipeline, the OpenAPI document and the tests all read the same object.
import type { z } from 'zod';
import type { Context, WriteContext } from '@/lib/core/context';
import type { ErrorCode } from '@/lib/core/errors';
import type { IdPrefix } from '@/lib/core/ids';
import type { SubLimitName } from '@/lib/core/limits';
import type { Scope } from '@/lib/core/scopes';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Which kinds of id a path parameter may be. A value of another spelling is 404 (contract §3). */
export type ParamKinds = Readonly<Record<string, readonly IdPrefix[]>>;

interface Documentation {
  /** Unique, camelCase; the name of the method in generated clients. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** Refusals beyond those every route can give. */
  readonly errors?: readonly ErrorCode[];
}

interface Common<Query extends z.ZodType, Result extends z.ZodType> extends Documentation {
  /** The scope the route needs; `any` for any valid token. */
  readonly scope: Scope | 'any';
  readonly params?: ParamKinds;
  readonly query?: Query;
  readonly success: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    readonly schema?: Result;
  };
  readonly subLimit?: SubLimitName;
}

type Params = Readonly<Record<string, string>>;

export interface ReadDeclaration<Query extends z.ZodType, Result extends z.ZodType> extends Common<
  Query,
  Result
> {
  readonly handler: (call: {
    readonly ctx: Context;
    readonly params: Params;
    readonly query: z.output<Query>;
    /** What the project's limits look like after this request; only `GET /project` shows it. */
    readonly exchange: ExchangeFacts;
  }) => Promise<z.input<Result>>;
}

/** Facts of the exchange that a handler may show to the caller. */
export interface ExchangeFacts {
  readonly scopes: readonly string[];
  readonly buckets: readonly { policy: string; remaining: number; resetSeconds: number }[];
}

export interface ChangeDeclaration<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Prepared,
> extends Common<Query, Result> {
  /** Left out: the route takes no fields; no body or `{}`. */
  readonly body?: Body;
  /** `required`: contract's *key*. */
  readonly idempotency: 'required' | 'optional';
  /** Moves or asks for money: refused with 503 when revocation can be checked nowhere. */
  readonly money?: boolean;
  /** Asks a provider before the transaction opens, after the search for a stored answer (contract §3). */
  readonly prepare?: (call: {
    readonly ctx: Context;
    readonly params: Params;
    readonly body: z.output<Body>;
  }) => Promise<Prepared>;
  readonly handler: (call: {
    readonly ctx: WriteContext;
    readonly params: Params;
    readonly query: z.output<Query>;
    readonly body: z.output<Body>;
    readonly prepared: Prepared;
  }) => Promise<z.input<Result>>;
}

interface Erased extends Documentation {
  readonly scope: Scope | 'any';
  readonly params: ParamKinds;
  readonly query: z.ZodType | undefined;
  readonly success: { readonly status: number; readonly description: string; readonly schema?: z.ZodType };
  readonly subLimit: SubLimitName | undefined;
}

export interface ReadOperation extends Erased {
  readonly kind: 'read';
  readonly handler: (call: {
    ctx: Context;
    params: Params;
    query: unknown;
    exchange: ExchangeFacts;
  }) => Promise<unknown>;
}

export interface ChangeOperation extends Erased {
  readonly kind: 'change';
  readonly body: z.ZodType | undefined;
  readonly idempotency: 'required' | 'optional';
  readonly money: boolean;
  readonly prepare: ((call: { ctx: Context; params: Params; body: unknown }) => Promise<unknown>) | undefined;
  readonly handler: (call: {
    ctx: WriteContext;
    params: Params;
    query: unknown;
    body: unknown;
    prepared: unknown;
  }) => Promise<unknown>;
}

export type Operation = ReadOperation | ChangeOperation;

/** Declares an operation that changes nothing. It runs outside a transaction. */
export function read<Query extends z.ZodType, Result extends z.ZodType>(
  declaration: ReadDeclaration<Query, Result>,
): Operation {
  return {
    kind: 'read',
    params: {},
    query: undefined,
    subLimit: undefined,
    ...declaration,
  } as unknown as ReadOperation; // the schemas that make the types true are in the declaration itself
}

/** Declares an operation that changes something. It runs in one transaction with its stored answer. */
export function change<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Prepared = undefined,
>(declaration: ChangeDeclaration<Query, Body, Result, Prepared>): Operation {
  return {
    kind: 'change',
    params: {},
    query: undefined,
    subLimit: undefined,
    body: undefined,
    money: false,
    prepare: undefined,
    ...declaration,
  } as unknown as ChangeOperation;
}
