// What the money-out screens list. Live only: the sandbox stands in no queue.
import { statement } from '@/lib/db';
import type { DisbursementStatus, PayeeCheck } from '../state';

export const queueViews = [
  'needs_me',
  'needs_second',
  'on_hold',
  'released_today',
  'failed_or_returned',
  'all',
] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueRow {
  id: string;
  status: DisbursementStatus;
  version: number;
  amountPence: number;
  payeeEncrypted: Buffer;
  payeeCheck: PayeeCheck;
  partnerId: string;
  partnerName: string;
  companyName: string | null;
  approvedBy: string | null;
  createdAt: Date;
}

const conditions: Readonly<Record<QueueView, string>> = {
  needs_me: `d.status IN ('requested', 'approved')`,
  needs_second: `d.status = 'approved'`,
  on_hold: `d.status = 'on_hold'`,
  released_today: `d.release_day = $2::date`,
  failed_or_returned: `d.status IN ('failed', 'returned', 'unknown')`,
  all: `true`,
};

const tables =
  'disbursements d JOIN partners a ON a.id = d.partner_id JOIN applications b ON b.id = d.application_id';

const pages = Object.fromEntries(
  queueViews.map((view) => [
    view,
    statement<QueueRow, [string, string, number]>(
      `money_out_queue_${view}`,
      `SELECT d.id, d.status, d.version, d.amount_pence AS "amountPence", d.payee_encrypted AS "payeeEncrypted",
         d.payee_check AS "payeeCheck", d.partner_id AS "partnerId", a.name AS "partnerName",
         b.company_name AS "companyName", d.approved_by AS "approvedBy", d.created_at AS "createdAt"
       FROM ${tables} WHERE d.livemode AND d.id > $1 AND $2::date IS NOT NULL AND ${conditions[view]}
       ORDER BY d.id LIMIT $3`,
    ),
  ]),
) as Record<QueueView, ReturnType<typeof statement<QueueRow, [string, string, number]>>>;

/** Up to `rows` of a view, oldest first, that come after `afterId`. @param day today in the United Kingdom. */
export function findQueuePage(
  view: QueueView,
  afterId: string,
  day: string,
  rows: number,
): Promise<QueueRow[]> {
  return pages[view].all([afterId, day, rows]);
}

const names = statement<{ name: string; amountPence: number }, [string]>(
  'money_out_usual_amount',
  `SELECT a.name, coalesce(percentile_disc(0.9) WITHIN GROUP (ORDER BY d.amount_pence)
     FILTER (WHERE d.status = 'settled'), 0)::int AS "amountPence"
   FROM partners a LEFT JOIN disbursements d ON d.partner_id = a.id AND d.livemode WHERE a.id = $1 GROUP BY a.name`,
);

/** The partner's name, and the amount that nine in ten of its settled payments stay within; 0 before the first. */
export function readUsualAmount(partnerId: string) {
  return names.first([partnerId]);
}
