// The worker: which code does which job, and when the clock alone asks for one. The queue itself is lib/jobs.
import { expireApplications, resumeReviews, reviewApplication } from '@/lib/applications';
import { checkPayee, expireDisbursements, resumePayeeChecks } from '@/lib/disbursements';
import { sealAuditEntries } from '@/lib/audit';
import { eraseRecordsOlderThan } from '@/lib/idempotency';
import { resumeVerifications, verifyIdentity } from '@/lib/identity-checks';
import { deliverMail } from '@/lib/mail';
import { eraseExpiredAuth } from '@/lib/auth';
import { addSampleData } from '@/lib/partners';
import { startQueue, type JobHandlers, type QueueWorker, type Schedule } from '@/lib/jobs';
import { expirePaymentLinks, pollPayments, sendSimulatedCallback } from '@/lib/payment-links';
import { followRail, payDisbursement, startPayer, sweepPayments } from '@/lib/payer';
import { settleAtSimulatedBank } from '@/lib/providers';
import { eraseExpired, maintainSigningKeys } from '@/lib/oauth';
import { maintainRequestLog } from '@/lib/request-log';
import { eraseOldUsage } from '@/lib/usage';
import { eraseOldDeliveries, startDispatcher } from '@/lib/webhooks';

/** Twice the 24 hours that the contract promises (§6). */
const idempotencyRecordHours = 48;

/** Each book by itself: a live bank that is away does not hold the sandbox up. */
async function followBothRails(_: unknown, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  await followRail(false, { signal });
  await followRail(true, { signal });
}

/** What does each job. */
export const jobHandlers: JobHandlers = {
  'applications.review': reviewApplication,
  'applications.expire': async () => void (await expireApplications()),
  'applications.resume_reviews': async () => void (await resumeReviews()),
  'identity_checks.verify': verifyIdentity,
  'identity_checks.resume_verifications': async () => void (await resumeVerifications()),
  'disbursements.check_payee': checkPayee,
  'disbursements.resume_payee_checks': async () => void (await resumePayeeChecks()),
  'disbursements.expire': async () => void (await expireDisbursements()),
  'idempotency.erase': async () => void (await eraseRecordsOlderThan(idempotencyRecordHours)),
  'oauth.erase_expired': async () => void (await eraseExpired()),
  'oauth.maintain_signing_keys': async () => void (await maintainSigningKeys()),
  'request_log.maintain': maintainRequestLog,
  'usage.erase': async () => void (await eraseOldUsage()),
  'auth.erase_expired': async () => void (await eraseExpiredAuth()),
  'mail.send': deliverMail,
  'partners.add_sample_data': addSampleData,
  'webhooks.erase': async () => void (await eraseOldDeliveries()),
  'payment_links.expire': async () => void (await expirePaymentLinks()),
  'payment_links.poll': async (_, { signal }) => void (await pollPayments({ signal })),
  'pisp.send_callback': sendSimulatedCallback,
  'pisp.settle_simulated': async ({ paymentId }) => void (await settleAtSimulatedBank(paymentId)),
  'payer.pay': payDisbursement,
  'payer.sweep': async (_, { signal }) => sweepPayments({ signal }),
  'payer.follow': followBothRails,
  'audit.seal': async () => void (await sealAuditEntries()),
};

const schedule: readonly Schedule[] = [
  { job: 'applications.expire', at: '* * * * *' },
  { job: 'applications.resume_reviews', at: '*/5 * * * *' },
  { job: 'identity_checks.resume_verifications', at: '*/5 * * * *' },
  { job: 'disbursements.expire', at: '* * * * *' },
  { job: 'disbursements.resume_payee_checks', at: '*/5 * * * *' },
  { job: 'payment_links.expire', at: '* * * * *' },
  { job: 'payment_links.poll', at: '* * * * *' },
  { job: 'payer.sweep', at: '* * * * *' },
  { job: 'payer.follow', at: '* * * * *' },
  { job: 'audit.seal', at: '* * * * *' },
  { job: 'idempotency.erase', at: '7 * * * *' },
  { job: 'oauth.erase_expired', at: '17 * * * *' },
  { job: 'oauth.maintain_signing_keys', at: '27 3 * * *' },
  { job: 'request_log.maintain', at: '47 * * * *' },
  { job: 'usage.erase', at: '57 3 * * *' },
  { job: 'auth.erase_expired', at: '47 * * * *' },
  { job: 'webhooks.erase', at: '37 * * * *' },
];

/** Starts taking jobs, and delivering events, in this process. `stop` ends both gracefully. */
export async function startWorker(): Promise<QueueWorker> {
  await startPayer();
  const queue = await startQueue({ handlers: jobHandlers, schedule });
  const dispatcher = startDispatcher();
  return { stop: async () => void (await Promise.all([queue.stop(), dispatcher.stop()])) };
}
