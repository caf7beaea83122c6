// A project as the API shows it (contract §8).
import type { z } from 'zod';
import type { BucketLimit, SubLimitName } from '@/lib/core/limits';
import { isScope } from '@/lib/core/scopes';
import type { ProjectDetail } from './find';
import type { projectSchema } from './schemas';

const toBucket = ({ ratePerSecond, burst }: BucketLimit) => ({ rate_per_second: ratePerSecond, burst });

/** What the request that asks knows of itself. */
export interface AskingRequest {
  readonly scopes: readonly string[];
  readonly buckets: readonly { policy: string; remaining: number; resetSeconds: number }[];
}

export function serializeProject(
  project: ProjectDetail,
  request: AskingRequest,
): z.input<typeof projectSchema> {
  const { limits } = project;
  return {
    id: project.id,
    object: 'project',
    livemode: project.livemode,
    created: project.created.toISOString(),
    name: project.name,
    tier: project.tier,
    limits: { ...toBucket(limits.bucket), concurrent: limits.concurrent },
    sub_limits: Object.fromEntries(
      Object.entries(limits.subLimits).map(([name, limit]) => [name, toBucket(limit)]),
    ) as Record<SubLimitName, ReturnType<typeof toBucket>>,
    buckets: request.buckets.map(({ policy, remaining, resetSeconds }) => ({
      policy,
      remaining,
      reset_seconds: resetSeconds,
    })),
    scopes: request.scopes.filter(isScope),
  };
}
