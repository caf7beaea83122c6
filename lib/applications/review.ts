// The decision job: asks the providers, decides, records. Providers are asked between transactions, never in one.
// Killed anywhere and run again it gives one outcome: each step is a conditional update, and whoever comes second
// finds nothing left to do. A provider that fails leaves the application where it was and is asked again; one that is
// silent for a day gives a referral, and for a week a decline that a refresh can undo. Nothing is approved by silence.
import { projectClock, type Clock } from '@/lib/core/clock';
import { assert } from '@/lib/core/assert';
import { withTransaction, type Transaction } from '@/lib/db';
import {
  decide,
  decisionInputs,
  recordDecision,
  type DecisionInputs,
  type DecisionResult,
} from '@/lib/decisions';
import type { JobPayload, JobRun } from '@/lib/jobs';
import {
  ask,
  bureau,
  companyRegistry,
  ProviderUnavailable,
  type BureauReport,
  type RegisteredCompany,
} from '@/lib/providers';
import { recordEvent } from '@/lib/webhooks';
import { findApplicationForJob, lockApplication, type ApplicationRow, type JobRow } from './repository';
import { requestReview, requestWaitingReview } from './request-review';
import { jobMover, moveApplication } from './transition';

type Review = JobPayload<'applications.review'>;

const jobName = 'applications.review';
const providerTimeoutMs = 10_000;
/** Between a referral and its second look, in real time; the contract allows the sandbox 5 s. */
const secondLookDelayMs = { sandbox: 1_000, live: 60_000 } as const;

const hourMs = 3_600_000;
/** Business time from the last change of an application until its review goes on without a silent provider, by pass. */
const patienceMs = { 1: 24 * hourMs, 2: 144 * hourMs } as const;

/** A provider did not answer for so long that the review goes on without it. Other than `null`, it says nothing. */
const silence = Symbol('silence');

/**
 * The provider's answer; its silence once nobody waits for it any more.
 *
 * @throws ProviderUnavailable before that: the job is tried again.
 */
async function orSilence<Answer>(
  { pass, updatedAt }: ApplicationRow,
  now: Date,
  answer: Promise<Answer>,
): Promise<Answer | typeof silence> {
  try {
    return await answer;
  } catch (error) {
    const isOver = now.getTime() - updatedAt.getTime() >= patienceMs[pass];
    if (error instanceof ProviderUnavailable && isOver) return silence;
    throw error;
  }
}

function isStillDue(row: ApplicationRow, version: number): boolean {
  return (row.status === 'submitted' || row.status === 'in_review') && row.latestVersion === version - 1;
}

/** `submitted` → `in_review`, once: a run that comes second finds it done. Null: there is nothing left to do. */
async function startReview(
  row: JobRow,
  { version }: Review,
  company: RegisteredCompany | typeof silence | null,
  clock: Clock,
): Promise<ApplicationRow | null> {
  if (row.status === 'in_review') return row;
  return withTransaction(async (tx) => {
    const locked = await lockApplication(row.projectId, row.id, tx);
    if (!locked || !isStillDue(locked, version)) return null;
    if (locked.status === 'in_review') return locked;
    return moveApplication(jobMover(tx, jobName, clock.now()), locked, {
      act: 'reviewed',
      audit: 'application.start_review',
      changes: { companyName: (company !== silence && company?.name) || locked.companyName },
    });
  });
}

/** The bureau is still at work: come back when it says so, in real time. */
async function postpone(review: Review, readyAt: Date, clock: Clock): Promise<void> {
  const runAt = new Date(readyAt.getTime() - clock.offsetSeconds * 1_000);
  await withTransaction((tx) => requestWaitingReview(tx, review, runAt));
}

async function conclude(
  tx: Transaction,
  locked: ApplicationRow,
  review: Review,
  inputs: DecisionInputs,
  result: DecisionResult,
  now: Date,
): Promise<void> {
  assert(locked.decisionId, 'an application under review has a decision id');
  const { decision, previous, offersExpireAt } = await recordDecision({
    tx,
    now,
    application: { ...locked, decisionId: locked.decisionId },
    version: review.version,
    inputs,
    result,
  });
  const mover = jobMover(tx, jobName, now);
  const detail = {
    decision_id: decision.id,
    version: decision.version,
    reason: decision.reason,
    policy_version: decision.policy_version,
    inputs_hash: decision.inputs_hash,
  };
  const referred = decision.outcome === 'referred';
  const after = await moveApplication(mover, locked, {
    act: decision.outcome,
    audit: referred ? 'decision.refer' : 'decision.complete',
    auditDetail: detail,
    changes: {
      latestVersion: review.version,
      refreshPending: false,
      expiresAt: offersExpireAt,
      pass: referred ? 2 : locked.pass,
    },
  });
  await recordEvent(tx, {
    project: { id: locked.projectId, livemode: locked.livemode },
    type: referred ? 'decision.referred' : 'decision.completed',
    objectId: decision.id,
    object: decision,
    previous,
    createdAt: now,
  });
  if (referred) {
    const delay = locked.livemode ? secondLookDelayMs.live : secondLookDelayMs.sandbox;
    await requestReview(tx, after, new Date(Date.now() + delay));
  }
}

interface Evidence {
  readonly company: RegisteredCompany | typeof silence | null;
  readonly report: BureauReport | null;
}

function inputsOf(row: ApplicationRow, { company, report }: Evidence, now: Date): DecisionInputs {
  const { companyNumber, amountPence, termMonths, monthlyTurnoverPence, pass } = row;
  return decisionInputs(
    { amountPence, termMonths, monthlyTurnoverPence, pass },
    {
      company_number: companyNumber,
      status: company === silence ? 'silent' : (company?.status ?? 'unknown'),
    },
    report,
    now,
  );
}

/**
 * Brings the decision of one application to `version`.
 *
 * @param options.isHurried have the bureau's answer now, whenever it would be ready: a simulation's wish.
 * @throws ProviderUnavailable when a provider cannot be asked; the job is tried again.
 */
export async function reviewApplication(
  review: Review,
  { signal }: JobRun,
  options: { readonly isHurried?: boolean } = {},
): Promise<void> {
  const row = await findApplicationForJob(review.applicationId);
  if (!row || !isStillDue(row, review.version)) return;
  const clock = projectClock(row.clockOffsetSeconds);
  const limits = { timeoutMs: providerTimeoutMs, signal };

  const registry = companyRegistry(row.livemode);
  const company = await orSilence(
    row,
    clock.now(),
    ask((cut) => registry.lookUp(row.companyNumber, cut), { provider: 'company registry', ...limits }),
  );
  const started = await startReview(row, review, company, clock);
  if (!started) return;

  let report: BureauReport | null = null;
  if (company !== silence && company?.status === 'active') {
    const question = { companyNumber: row.companyNumber, askedAt: started.updatedAt };
    const askBureau = (now: Date) =>
      ask((cut) => bureau(row.livemode).report({ ...question, now }, cut), { provider: 'bureau', ...limits });
    let answer = await orSilence(row, clock.now(), askBureau(clock.now()));
    if (answer !== silence && answer.kind === 'pending' && options.isHurried) {
      answer = await askBureau(answer.readyAt);
    }
    if (answer !== silence && answer.kind === 'pending') return postpone(review, answer.readyAt, clock);
    report = answer === silence ? null : answer.report;
  }

  const now = clock.now();
  await withTransaction(async (tx) => {
    const locked = await lockApplication(row.projectId, row.id, tx);
    if (locked?.status !== 'in_review' || !isStillDue(locked, review.version)) return;
    const inputs = inputsOf(locked, { company, report }, now);
    await conclude(tx, locked, review, inputs, decide(inputs), now);
  });
}
