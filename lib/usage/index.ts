// What became of each request, in figures: metrics of this process, and exact counts by minute for the portal.
import { logger } from '@/lib/logging';
import { countDuration } from './request-durations';

export type { CountedCall } from './call-counters';
export {
  selectCallsBy,
  selectCallsSince,
  selectCredentialCalls,
  selectFirstSuccess,
  selectLastCalls,
} from './repository/read';
export { usageSchema, type UsageQuery } from './schemas';
export { showUsage, usageCsv, type Usage } from './show';
export { replayTiers, type WhatIf } from './what-if';
export { readMeters, watchMeters, type Meters } from './meters';
export { eraseOldUsage } from './erase';
export { countCall, flushUsage } from './flush';
export { countLimiterDecision, limiterDecisions, type LimiterOutcome } from './limiter-decisions';
export { durationBounds, requestDurations, type DurationCounts } from './request-durations';

export interface UsageEntry {
  readonly requestId: string;
  readonly operationId: string;
  readonly projectId: string | undefined;
  readonly clientId: string | undefined;
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly durationMs: number;
}

/** Slower requests stand in the log; all others only in the metrics. */
const slowMs = 1_000;

/** Notes one finished request. Costs no I/O unless it failed on our side or was slow. */
export function recordUsage(entry: UsageEntry): void {
  countDuration(entry.operationId, entry.status, entry.durationMs);
  if (entry.status < 500 && entry.durationMs < slowMs) return;
  logger().info(
    {
      request_id: entry.requestId,
      operation: entry.operationId,
      project_id: entry.projectId,
      client_id: entry.clientId,
      status: entry.status,
      code: entry.errorCode,
      duration_ms: Math.round(entry.durationMs),
    },
    entry.status >= 500 ? 'request failed' : 'slow request',
  );
}
