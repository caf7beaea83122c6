// Every job the product knows: its name and what it carries. Handlers are bound to the names in lib/worker;
// keeping the two apart lets a domain enqueue a job that another domain does.
import { z } from 'zod';
import { isId } from '@/lib/core/ids';

const applicationId = z.string().refine((value) => isId('app', value));
const paymentId = z.string().refine((value) => isId('pat', value));
const checkId = z.string().refine((value) => isId('idc', value));
const disbursementId = z.string().refine((value) => isId('dsb', value));
const nothing = z.strictObject({});

export const jobPayloads = {
  /** Reach version `version` of an application's decision: ask the providers, decide, record. */
  'applications.review': z.strictObject({ applicationId, version: z.int().min(1) }),
  /** Expire applications whose time is over on their project's clock. */
  'applications.expire': nothing,
  /** Put a review back on the queue whose job was lost or gave up. */
  'applications.resume_reviews': nothing,
  /** Ask the provider about an identity check, and record what it found. */
  'identity_checks.verify': z.strictObject({ checkId }),
  /** Put an identity check back on the queue whose job was lost or gave up. */
  'identity_checks.resume_verifications': nothing,
  /** Ask whether the payee's bank holds the account in the borrower's name. */
  'disbursements.check_payee': z.strictObject({ disbursementId }),
  /** Put a payee check back on the queue whose job was lost or gave up. */
  'disbursements.resume_payee_checks': nothing,
  /** End requests, and void approvals, whose time is over on their project's clock. */
  'disbursements.expire': nothing,
  /** Erase stored answers after their time (contract §6). */
  'idempotency.erase': nothing,
  /** Erase spent assertions and control changes that no living token can match any more. */
  'oauth.erase_expired': nothing,
  /** Make, activate and retire token-signing keys by schedule (contract §2). */
  'oauth.maintain_signing_keys': nothing,
  /** Erase sessions, sign-ups, links and counters that are over. */
  'auth.erase_expired': nothing,
  /** Send one mail of the outbox. */
  'mail.send': z.strictObject({ mailId: z.string().refine((value) => isId('mail', value)) }),
  /** Put sample applications into a new account's sandbox. */
  'partners.add_sample_data': z.strictObject({ projectId: z.string().refine((value) => isId('prj', value)) }),
  /** Make and drop the request log's daily tables. */
  'request_log.maintain': nothing,
  /** Erase usage figures after 13 months. */
  'usage.erase': nothing,
  /** Erase deliveries of events that are no longer listed (contract §9). */
  'webhooks.erase': nothing,
  /** Expire payment links whose time is over on their project's clock. */
  'payment_links.expire': nothing,
  /** Ask the provider about payments of which no callback has told the end. */
  'payment_links.poll': nothing,
  /** Send a callback of the simulated payment provider. */
  'pisp.send_callback': z.strictObject({
    paymentId,
    status: z.enum(['failed', 'succeeded', 'settled', 'disputed']),
  }),
  /** The money of a payment at the simulated bank arrives. */
  'pisp.settle_simulated': z.strictObject({ paymentId }),
  /** Send a released disbursement to the bank. */
  'payer.pay': z.strictObject({ disbursementId: z.string().refine((value) => isId('dsb', value)) }),
  /** Take back claims that were not sent, ask the bank about silence, and pay what was left behind. */
  'payer.sweep': nothing,
  /** Read what has become of the payments at the bank. */
  'payer.follow': nothing,
  /** Put the entries of ordinary acts into the audit chains. */
  'audit.seal': nothing,
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.output<(typeof jobPayloads)[Name]>;

/** What a handler may know of the run it is in. */
export interface JobRun {
  /** Aborts when the worker shuts down. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Does one kind of job. A thrown error means: try again later. It must be safe to run twice. */
export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>, run: JobRun) => Promise<void>;
export type JobHandlers = { readonly [Name in JobName]: JobHandler<Name> };
