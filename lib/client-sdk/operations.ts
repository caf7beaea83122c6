// What can be called: the routes of the OpenAPI document, as types. A new route appears here by generating anew.
import type { paths } from './generated/partner-v1';

type Prefix = '/partner/v1';
type Method = 'get' | 'post' | 'patch' | 'delete';

type OperationAt<FullPath extends keyof paths, M extends Method> = NonNullable<paths[FullPath][M]>;

// The token plane has its own form encoding and answers; the client speaks it by itself.
type ResourcePath = Exclude<keyof paths, `${Prefix}/oauth/${string}`>;

/** Paths below `/partner/v1` that answer this method, such as `/applications/{id}`. */
export type PathsOf<M extends Method> = {
  [Full in ResourcePath]: Full extends `${Prefix}${infer Path}`
    ? [OperationAt<Full, M>] extends [never]
      ? never
      : Path
    : never;
}[ResourcePath];

/** The operation behind a method and a path of `PathsOf`. */
export type OperationOf<M extends Method, Path extends string> = `${Prefix}${Path}` extends keyof paths
  ? OperationAt<`${Prefix}${Path}`, M>
  : never;

type JsonOf<Answer> = Answer extends { content: { 'application/json': infer Json } } ? Json : undefined;
type SuccessStatus = 200 | 201 | 202 | 204;

/** What an operation answers when it succeeds; undefined for 204. */
export type ResultOf<Operation> = Operation extends { responses: infer Answers }
  ? JsonOf<Answers[keyof Answers & SuccessStatus]>
  : never;

/** What one element of a list operation is. */
export type ItemOf<Operation> = ResultOf<Operation> extends { data: (infer Item)[] } ? Item : never;

/** Paths whose GET answers pages. */
export type ListPaths = {
  [Path in PathsOf<'get'>]: [ItemOf<OperationOf<'get', Path>>] extends [never] ? never : Path;
}[PathsOf<'get'>];

type ParametersOf<Operation> = Operation extends { parameters: infer Parameters } ? Parameters : never;

type PathPart<Operation> =
  ParametersOf<Operation> extends { path: infer Values extends object } ? { readonly path: Values } : unknown;
type QueryPart<Operation> =
  ParametersOf<Operation> extends { query?: infer Query }
    ? [NonNullable<Query>] extends [never]
      ? unknown
      : { readonly query?: NonNullable<Query> }
    : unknown;
type BodyPart<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { readonly body: Body }
  : Operation extends { requestBody?: infer Body }
    ? NonNullable<Body> extends { content: { 'application/json': infer Optional } }
      ? { readonly body?: Optional }
      : unknown
    : unknown;

export interface CallOptions {
  /** Ends the call and its retries. */
  readonly signal?: AbortSignal;
  /** For a write; a fresh UUID when left out. Retries of one call always send the same one. */
  readonly idempotencyKey?: string;
}

/** Everything an operation takes: `path`, `query`, `body`, each only where it exists, and the options of a call. */
export type InputOf<Operation> = PathPart<Operation> &
  QueryPart<Operation> &
  BodyPart<Operation> &
  CallOptions;

/** The argument may be left out where nothing in it is required. */
export type Arguments<Input> = Partial<Input> extends Input ? [input?: Input] : [input: Input];
