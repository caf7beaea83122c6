// What became of each request: metrics now, the request log and the usage figures of the portal later.

export interface UsageEntry {
  readonly requestId: string;
  readonly operationId: string;
  readonly projectId: string | undefined;
  readonly clientId: string | undefined;
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly durationMs: number;
}

/** Notes one finished request. Costs no I/O. */
export function recordUsage(entry: UsageEntry): void {
  void entry;
}
