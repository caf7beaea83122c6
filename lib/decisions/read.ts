// Reads a decision by its own or its application's id (contract §8).
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import type { Transaction } from '@/lib/db';
import { findVersion, type VersionRow } from './repository';
import type { Decision } from './schemas';
import { toDecision } from './serialize';

const retryAfterSeconds = 1;

export interface ReadDecision {
  readonly ctx: Pick<Context, 'project'> & { readonly tx?: Transaction };
  readonly input: {
    /** `dec_…` or `app_…`. */
    readonly id: string;
    /** The latest when left out. */
    readonly version?: number | undefined;
  };
}

/**
 * @throws ApiError `resource_not_found` for an unknown or foreign id, or a version that was never made;
 *   `decision_not_ready` while there is no version at all.
 */
export async function readDecision({ ctx, input }: ReadDecision): Promise<Decision> {
  const found = await findVersion(ctx.project.id, input.id, input.version ?? null, ctx.tx);
  if (!found) throw new ApiError('resource_not_found');
  if (found.latestVersion === 0) throw new ApiError('decision_not_ready', { retryAfterSeconds });
  if (found.version === null) throw new ApiError('resource_not_found', { param: 'version' });
  return toDecision(found as VersionRow);
}

/** The latest version of an application's decision, for whoever has the application; null before the first. */
export async function readLatestDecision(projectId: string, applicationId: string): Promise<Decision | null> {
  const found = await findVersion(projectId, applicationId, null);
  return found?.version == null ? null : toDecision(found as VersionRow);
}
