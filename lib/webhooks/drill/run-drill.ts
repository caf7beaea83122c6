// Runs a fire drill: six shots, one after the other, by the way that every delivery goes (target guard, no redirects, ten
// seconds). Sandbox only. Nothing here is an event, so nothing is retried and nothing counts against the endpoint.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireTransition } from '@/lib/core/transition';
import { withTransaction } from '@/lib/db';
import { auditEndpoint } from '../endpoint-change';
import { attemptTimeoutMs, sendMessage } from '../deliver/send-message';
import { deleteDrill, finishDrill, insertDrill, selectDrills, type DrillRow } from '../repository/drills';
import { findEndpoint, type EndpointRow } from '../repository/endpoints';
import { openSecret } from '../secret';
import { endpointTransitions } from '../state';
import { resolveName, type ResolveName } from '../target-guard';
import { drillShots, type Expectation, type FiredShot, type Shot } from './shots';

/** All shots together: within the 20 seconds of a request. */
const drillTimeoutMs = 18_000;
const kept = 10;

function secretsOf(endpoint: EndpointRow): string[] {
  const both = [openSecret(endpoint.id, endpoint.secret)];
  const overlaps = (endpoint.previousSecretExpiresAt?.getTime() ?? 0) > Date.now();
  if (endpoint.previousSecret && overlaps) both.push(openSecret(endpoint.id, endpoint.previousSecret));
  return both;
}

const isAsExpected = (expected: Expectation, statusCode: number | null) =>
  statusCode !== null &&
  (expected === 'accept' ? statusCode >= 200 && statusCode < 300 : statusCode >= 400 && statusCode < 500);

async function fire(
  { kind, expected, messages }: Shot,
  url: string,
  resolve: ResolveName,
  all: AbortSignal,
): Promise<FiredShot> {
  const sent: FiredShot['messages'][number][] = [];
  for (const make of messages) {
    const { body, headers, pauseMs } = make();
    const signal = AbortSignal.any([all, AbortSignal.timeout(attemptTimeoutMs)]);
    const startedAt = performance.now();
    const outcome = await sendMessage({ url, livemode: false, body, headers: () => headers, pauseMs }, resolve, signal); // prettier-ignore
    sent.push({
      headers,
      body,
      status_code: outcome.statusCode,
      failure: outcome.failure,
      duration_ms: Math.round(performance.now() - startedAt),
      response_head: outcome.replyHead,
    });
  }
  const passed = sent.every(({ status_code: status }) => isAsExpected(expected, status));
  return { kind, expected, passed, messages: sent };
}

const toDrill = (row: DrillRow) => ({
  id: row.id,
  object: 'webhook_drill' as const,
  webhook_endpoint_id: row.endpointId,
  created: row.startedAt.toISOString(),
  passed: row.passed ?? 0,
  shots: row.shots ?? [],
});
export type Drill = ReturnType<typeof toDrill>;

interface Call {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}

async function requireSandboxEndpoint({ ctx, input }: Call): Promise<EndpointRow> {
  const endpoint = await findEndpoint(ctx.project.id, input.id);
  if (!endpoint) throw new ApiError('resource_not_found');
  if (endpoint.livemode) throw new ApiError('sandbox_only');
  return endpoint;
}

/**
 * @returns what was sent and what came, kept with the endpoint.
 * @throws ApiError `resource_not_found`; `sandbox_only`; `invalid_state` for a disabled endpoint, and while a drill runs.
 */
export async function runDrill({ ctx, input }: Call, resolve: ResolveName = resolveName): Promise<Drill> {
  const endpoint = await requireSandboxEndpoint({ ctx, input });
  requireTransition(endpointTransitions, 'endpoint', endpoint.status, 'tested');
  const id = newId('drl');
  await withTransaction(async (tx) => {
    const { projectId, id: endpointId } = endpoint;
    if (!(await insertDrill({ id, projectId, endpointId }, tx))) {
      throw new ApiError('invalid_state', { message: 'A drill against this endpoint is under way.' });
    }
    await auditEndpoint({ tx, actor: ctx.actor, requestId: ctx.requestId }, endpoint, 'drill', {
      drill_id: id,
    });
  });
  try {
    const all = AbortSignal.timeout(drillTimeoutMs);
    const shots: FiredShot[] = [];
    for (const shot of drillShots(endpoint, secretsOf(endpoint))) {
      shots.push(await fire(shot, endpoint.url, resolve, all));
    }
    return toDrill(await finishDrill(id, shots));
  } catch (error) {
    await deleteDrill(id);
    throw error;
  }
}

/** An endpoint's newest ten drills. @throws ApiError `resource_not_found`, `sandbox_only`. */
export async function listDrills(call: Call) {
  const { id } = await requireSandboxEndpoint(call);
  return { object: 'list' as const, data: (await selectDrills(id, kept)).map(toDrill) };
}
