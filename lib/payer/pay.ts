// Money leaves in three short steps: commit the intent, call the bank outside any transaction, commit the outcome.
import type { JobPayload, JobRun } from '@/lib/jobs';
import { logger } from '@/lib/logging';
import { ask, bankRail, type BankRail, type SendOutcome } from '@/lib/providers';
import { ensureStarted } from './start-up';
import { claim, type Claim, type NotClaimed } from './claim';
import { conclude } from './conclude';
import { findBook, giveBackClaims, markSending } from './repository';
import { payerTimes, type PayerTimes } from './times';

export type PayResult = SendOutcome['outcome'] | NotClaimed | 'no_bank' | 'given_back';

export interface PayOptions {
  readonly rail?: BankRail;
  readonly times?: PayerTimes;
  readonly signal?: AbortSignal;
}

async function send(held: Claim, rail: BankRail, times: PayerTimes): Promise<SendOutcome> {
  try {
    // Its own limit only: a worker that shuts down does not turn a payment that is under way into a silent one.
    return await ask((limit) => rail.send(held.instruction, limit), {
      provider: 'bank',
      timeoutMs: times.sendMs,
    });
  } catch (error) {
    return { outcome: 'silent', cause: error instanceof Error ? error.name : 'unknown' };
  }
}

/** Pays one released disbursement, if everything that must hold does. Any number may try at once. */
export async function payOne(disbursementId: string, options: PayOptions = {}): Promise<PayResult> {
  const livemode = await findBook(disbursementId);
  if (livemode === null) return 'not_released';
  const { times = payerTimes, rail = bankRail(livemode) } = options;
  if (!rail) return 'no_bank';
  if (livemode) await ensureStarted(rail);

  const held = await claim(disbursementId, rail);
  if (typeof held === 'string') return held;
  if (options.signal?.aborted || !(await markSending(held.instructionId, held.token, times.claimMs))) {
    await giveBackClaims(times.claimMs, held.token);
    return 'given_back';
  }
  const answer = await send(held, rail, times);
  const subject = { id: held.instructionId, disbursementId };
  const conclusion =
    answer.outcome === 'accepted'
      ? ({ state: 'accepted' } as const)
      : answer.outcome === 'refused'
        ? ({ state: 'refused', code: answer.code } as const)
        : ({ state: 'unknown' } as const);
  await conclude(subject, conclusion, 'payer.pay');
  return answer.outcome;
}

/** The job of one release. */
export async function payDisbursement(
  { disbursementId }: JobPayload<'payer.pay'>,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<void> {
  const result = await payOne(disbursementId, { signal });
  logger().info({ disbursement_id: disbursementId, result }, 'payer');
}
