// What an attempt can come to (contract §9): any 2xx is a success, everything else a failure with a name.

export type Failure =
  | 'forbidden_target' // the name leads to an address that no webhook may reach
  | 'unresolved_name'
  | 'connection_failed'
  | 'invalid_certificate'
  | 'timeout'
  | 'redirect' // never followed
  | 'gone' // 410: the receiver wants no more
  | 'error_status';

export interface Outcome {
  readonly statusCode: number | null;
  /** Null for a 2xx. */
  readonly failure: Failure | null;
  /** Beginning of the reply's body. */
  readonly replyHead: string | null;
}

/** The outcome of an answer. */
export function outcomeOfStatus(statusCode: number, replyHead: string | null): Outcome {
  const failureOf = (): Failure | null => {
    if (statusCode >= 200 && statusCode < 300) return null;
    if (statusCode === 410) return 'gone';
    return statusCode >= 300 && statusCode < 400 ? 'redirect' : 'error_status';
  };
  return { statusCode, failure: failureOf(), replyHead };
}

/** The outcome of having no answer. */
export function outcomeOfSilence(failure: Failure): Outcome {
  return { statusCode: null, failure, replyHead: null };
}
