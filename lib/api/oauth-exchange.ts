// One request on its way through the token plane's pipeline.
import type { AuthenticatedClient, Parameters, PresentedCredentials } from '@/lib/oauth';
import type { ProjectSnapshot } from '@/lib/core/project';

/** What a route file of the token plane declares. */
export interface TokenPlaneEndpoint {
  /** For metrics and the request log. */
  readonly operationId: string;
  /** Parameters it knows beside those of client authentication. */
  readonly parameters: readonly string[];
  /** The one that must be there and not empty. */
  readonly requires: string;
  /** Answers an authenticated client: JSON, or undefined for an empty 200. */
  readonly answer: (
    client: AuthenticatedClient,
    parameters: Parameters,
    requestId: string,
  ) => Promise<object | undefined>;
}

export interface TokenPlaneExchange {
  readonly request: Request;
  readonly requestId: string;
  /** `performance.now()` at arrival. */
  readonly startedAt: number;
  readonly endpoint: TokenPlaneEndpoint;
  /** Where the caller is, for metering. */
  readonly address: string;

  // read-form
  pairs?: readonly (readonly [string, string])[];
  // read-parameters
  parameters?: Parameters;
  presented?: PresentedCredentials;
  // authenticate-client
  client?: AuthenticatedClient;
  project?: ProjectSnapshot;
  // answer
  result?: object | undefined;
  /** The code of the refusal, when there was one. */
  errorCode?: string;
  /** `performance.now()` at the end of each step, in their order; the last one may be a refusal's. */
  readonly marks: number[];
}

/** One check or act. It refuses by throwing an `OAuthError`. */
export type TokenPlaneStep = (exchange: TokenPlaneExchange) => void | Promise<void>;
