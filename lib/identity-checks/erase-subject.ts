// Erases a person: the one key under which all that he told is encrypted, and the fingerprint that would find
// him again. The checks themselves stay, as evidence of what was decided, without saying about whom.
import { recordAudit } from '@/lib/audit';
import { assert } from '@/lib/core/assert';
import { projectClock } from '@/lib/core/clock';
import type { ActContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { eraseKey, findChecksOf, lockCheck, lockSubjectOf } from './repository';
import { moveCheck } from './transition';

/**
 * Erases the person whom this check is about, from all checks of the project that name him. A check that is still
 * pending fails: nobody can be asked about him any more. Erasing him again changes nothing.
 *
 * @throws ApiError `resource_not_found` when there is no such check, or it is about a business.
 */
export async function eraseSubject(call: {
  readonly ctx: ActContext;
  readonly input: { readonly checkId: string };
}): Promise<void> {
  const { ctx, input } = call;
  const subject = await lockSubjectOf(input.checkId, ctx.tx);
  if (!subject) throw new ApiError('resource_not_found');
  if (subject.erasedAt) return;
  const now = projectClock(subject.clockOffsetSeconds).now();
  const checkIds = await findChecksOf(subject.id, ctx.tx);
  for (const id of checkIds) {
    const check = await lockCheck(subject.projectId, id, ctx.tx);
    if (check?.status === 'pending') await moveCheck({ ...ctx, now }, check, 'failed', []);
  }
  assert(await eraseKey(subject.id, now, ctx.tx), 'a locked subject is erased exactly once');
  await recordAudit(ctx.tx, {
    stream: subject.projectId,
    actor: ctx.actor,
    act: 'identity_subject.erase',
    objectId: subject.id,
    requestId: ctx.requestId,
    detail: { checks: checkIds },
  });
}
