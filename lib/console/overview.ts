// What a project's first page says: its newest request, its first steps, and the figures of the day.
import type { ProjectDetail } from '@/lib/projects';
import { listRequests, type RequestSummary } from '@/lib/request-log';
import { showUsage, type Usage } from '@/lib/usage';
import { explain } from './explain';
import { readProject } from './projects';
import { hasWebhookEndpoint } from './repository';

const stepsSeeDays = 30;
const latestRequests = 6;
const dayMs = 86_400_000;

const withReason = (request: RequestSummary) => ({
  ...request,
  explanation: (request.code !== null && explain(request.code)) || null,
});

function succeeded({ operations }: Usage, operation: string): boolean {
  const figures = operations.find((row) => row.operation === operation);
  return figures !== undefined && figures.calls > figures.errors + figures.throttled;
}

/** The newest request may be one that was refused; `today` counts since midnight UTC. */
export async function readOverview(project: ProjectDetail) {
  const from = new Date(Date.now() - stepsSeeDays * dayMs).toISOString();
  const [facts, newest, usage, hasEndpoint] = await Promise.all([
    readProject(project),
    listRequests({ ctx: { project }, input: { limit: latestRequests } }),
    showUsage({ ctx: { project }, input: { from, step: 'day' } }),
    hasWebhookEndpoint(project.id),
  ]);
  const [request] = newest.data;
  const today = usage.points.at(-1);
  return {
    object: 'overview' as const,
    project: facts,
    newest_request: request === undefined ? null : withReason(request),
    latest_requests: newest.data,
    steps: {
      first_success: facts.first_success !== null,
      application: succeeded(usage, 'createApplication'),
      decision: succeeded(usage, 'getDecision'),
      webhook_endpoint: hasEndpoint,
    },
    today: {
      calls: today?.calls ?? 0,
      errors: today?.errors ?? 0,
      throttled: today?.throttled ?? 0,
      p95_ms: today?.p95_ms ?? null,
    },
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
