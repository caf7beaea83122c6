// One request of a person on its way through the pipeline of the consoles.
import type { Caller, Session } from '@/lib/auth';
import type { findProject } from '@/lib/projects';
import type { SessionOperation } from './session-operation';

export interface SessionExchange {
  readonly request: Request;
  readonly url: URL;
  readonly requestId: string;
  readonly operation: SessionOperation;
  readonly rawParams: Readonly<Record<string, string>>;
  readonly caller: Caller;

  // authenticate
  session?: Session;
  // require-own-objects
  project?: NonNullable<Awaited<ReturnType<typeof findProject>>>;
  // read-input
  input?: {
    readonly params: Readonly<Record<string, string>>;
    readonly query: unknown;
    readonly body: unknown;
  };
  // execute
  response?: Response;
}

/** One check or act. It refuses by throwing an `ApiError`. */
export type SessionStep = (exchange: SessionExchange) => void | Promise<void>;
