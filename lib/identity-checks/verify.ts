// The job behind a check: asks the provider between transactions, never in one, and records what it found.
// Killed anywhere and run again it gives one outcome: whoever comes second finds nothing left to do. A provider
// that fails leaves the check pending; nobody passes by it.
import { assert } from '@/lib/core/assert';
import { projectClock } from '@/lib/core/clock';
import { withTransaction } from '@/lib/db';
import type { JobPayload, JobRun } from '@/lib/jobs';
import { ask, identityProvider, type IdentityQuestion } from '@/lib/providers';
import { openPerson } from './personal-data';
import { findCheckForJob, lockCheck, type IdentityCheckRow } from './repository';
import { requestVerification } from './request-verification';
import { settleCheck } from './transition';

const jobName = 'identity_checks.verify';
const providerTimeoutMs = 10_000;

/** Null: the person was erased, and there is nobody left to ask about. */
function questionAbout(row: IdentityCheckRow, now: Date): IdentityQuestion | null {
  const asked = { checkId: row.id, askedAt: row.createdAt, now };
  if (row.type === 'individual') {
    const person = openPerson(row);
    return person && { ...asked, type: 'individual', person };
  }
  const { companyNumber, businessName } = row;
  assert(companyNumber !== null && businessName !== null, 'a check of a business names it');
  return { ...asked, type: 'business', company: { companyNumber, name: businessName } };
}

/**
 * Brings one pending check to what its provider finds.
 *
 * @throws ProviderUnavailable when the provider cannot be asked; the job is tried again.
 */
export async function verifyIdentity(
  { checkId }: JobPayload<typeof jobName>,
  { signal }: JobRun,
): Promise<void> {
  const row = await findCheckForJob(checkId);
  if (row?.status !== 'pending') return;
  const clock = projectClock(row.clockOffsetSeconds);
  const question = questionAbout(row, clock.now());
  if (!question) return;

  const provider = identityProvider(row.livemode);
  const answer = await ask((cut) => provider.verify(question, cut), {
    provider: 'identity provider',
    timeoutMs: providerTimeoutMs,
    signal,
  });
  if (answer.kind === 'pending') {
    const runAt = new Date(answer.readyAt.getTime() - clock.offsetSeconds * 1_000);
    await withTransaction((tx) => requestVerification(tx, checkId, runAt));
    return;
  }

  await withTransaction(async (tx) => {
    const locked = await lockCheck(row.projectId, checkId, tx);
    if (locked?.status !== 'pending') return;
    const actor = { kind: 'system', job: jobName } as const;
    await settleCheck({ tx, actor, now: clock.now() }, locked, answer.findings);
  });
}
