// /metrics in the text format of Prometheus. What is counted on hot paths is counted in plain numbers where it
// happens; here it is only read.
import cluster from 'node:cluster';
import { collectDefaultMetrics, Gauge, Registry, type Metric } from 'prom-client';
import { ApiError } from '@/lib/core/errors';
import { singleton } from '@/lib/core/singleton';
import { pool } from '@/lib/db';
import { jobStatistics } from '@/lib/jobs';
import { limiter } from '@/lib/rate-limit';
import { omittedRequests } from '@/lib/request-log';
import { durationBounds, limiterDecisions, requestDurations } from '@/lib/usage';
import { askClusterMetrics, contributeToCluster } from './cluster-metrics';

interface Sample {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** A metric whose values are read from elsewhere at the moment it is asked. */
function readMetric(name: string, help: string, type: 'counter' | 'histogram', read: () => Sample[]): Metric {
  const metric = {
    name,
    help,
    aggregator: 'sum',
    get: async () => ({ name, help, type, aggregator: 'sum', values: read() }),
  };
  return metric as unknown as Metric; // the library's registry needs no more than this of a metric
}

function durationSamples(): Sample[] {
  const name = 'partner_request_duration_seconds';
  return requestDurations().flatMap(({ operation, statusClass, buckets, sumSeconds }) => {
    const labels = { operation, status: statusClass };
    let total = 0;
    const cumulated = buckets.map((count, index): Sample => {
      total += count;
      return {
        metricName: `${name}_bucket`,
        labels: { ...labels, le: durationBounds[index] ?? '+Inf' },
        value: total,
      };
    });
    return [
      ...cumulated,
      { metricName: `${name}_sum`, labels, value: sumSeconds },
      { metricName: `${name}_count`, labels, value: total },
    ];
  });
}

function jobSamples(): Sample[] {
  return [...jobStatistics()].flatMap(([job, counts]) =>
    Object.entries(counts).map(([outcome, value]) => ({ labels: { job, outcome }, value })),
  );
}

function makeRegistry(): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(
    readMetric(
      'partner_request_duration_seconds',
      'Requests of the partner ring.',
      'histogram',
      durationSamples,
    ),
  );
  registry.registerMetric(
    readMetric(
      'partner_limiter_decisions_total',
      'Decisions of the limiter on project buckets.',
      'counter',
      () => [...limiterDecisions()].map(([outcome, value]) => ({ labels: { outcome }, value })),
    ),
  );
  registry.registerMetric(
    readMetric('partner_jobs_total', 'Runs of jobs in this process.', 'counter', jobSamples),
  );
  registry.registerMetric(
    readMetric(
      'partner_request_log_omitted_total',
      'Requests that were counted instead of stored in the request log.',
      'counter',
      () => Object.entries(omittedRequests()).map(([reason, value]) => ({ labels: { reason }, value })),
    ),
  );
  new Gauge({
    name: 'partner_limiter_fallback',
    help: '1 while Redis is away and this process decides alone.',
    registers,
    collect() {
      this.set(limiter().mode === 'fallback' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'partner_database_connections',
    help: 'Connections of the pool, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = pool();
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  return registry;
}

function metricsRegistry(): Registry {
  return singleton('health.metrics', makeRegistry);
}

/** Begins to watch the event loop and the garbage collector; what happened before is not in the metrics. */
export function startMetrics(): void {
  const registry = metricsRegistry();
  if (cluster.isWorker) contributeToCluster(registry);
}

/**
 * The metrics as a scraper reads them: of all processes that share the port.
 *
 * @throws ApiError `temporarily_unavailable` when one of them did not answer.
 */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  const registry = metricsRegistry();
  const text = cluster.isWorker ? await askClusterMetrics() : await registry.metrics();
  if (text === undefined) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 5 });
  return { contentType: registry.contentType, text };
}
