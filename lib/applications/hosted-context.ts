// What the holder of an application's link may do: act on that one application, as the applicant.
import { projectClock } from '@/lib/core/clock';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { findProject } from '@/lib/projects';
import { claimedApplicationId, isHostedToken } from './hosted-link';
import { findHostedApplication, type HostedRow } from './repository';

/** The application of a token; null for one that is not right. */
export async function findByToken(token: string): Promise<HostedRow | null> {
  const id = claimedApplicationId(token);
  const row = id === undefined ? null : await findHostedApplication(id);
  return row && isHostedToken(token, row.id, row.handoffNonce) ? row : null;
}

/**
 * Runs `act` as the applicant, in one transaction.
 *
 * @throws ApiError `resource_not_found` for a wrong link, `account_suspended` while its project may do nothing.
 */
export async function asApplicant<Result>(
  token: string,
  act: (ctx: WriteContext, id: string) => Promise<Result>,
): Promise<Result> {
  const row = await findByToken(token);
  const project = row && (await findProject(row.projectId));
  if (!row || !project) throw new ApiError('resource_not_found');
  if (project.standing !== 'active') throw new ApiError('account_suspended');
  return withTransaction((tx) =>
    act(
      {
        tx,
        requestId: newId('req'),
        actor: { kind: 'link', objectId: row.id },
        project,
        clock: projectClock(row.clockOffsetSeconds),
      },
      row.id,
    ),
  );
}
