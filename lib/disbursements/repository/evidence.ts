// The evidence of one disbursement, gathered from the records of every capability it rests on.
import { statement, type Transaction } from '@/lib/db';
import type { Offer } from '@/lib/decisions';
import type { Finding } from '@/lib/providers';

export interface EvidenceRow {
  companyNumber: string;
  companyName: string | null;
  applicationStatus: string;
  applicationAmountPence: number;
  applicationTermMonths: number;
  purpose: string | null;
  applicationCreatedAt: Date;
  decisionId: string;
  decisionVersion: number;
  decisionOutcome: string;
  policyVersion: string;
  inputsHash: string;
  decidedAt: Date;
  offer: Offer;
  agreementSha256: string;
  acceptedVia: string;
  acceptedAt: Date;
  checks: { id: string; type: string; status: string; findings: Finding[] }[];
  callBacks: { id: string; confirmed: boolean; number_source: string; recorded_by: string }[];
  /** Payments to this account that had arrived before this request. */
  paidBefore: number;
  /** Payments to this account that came back or failed, whenever. */
  cameBack: number;
  /** Other companies that asked for money to this account. */
  otherCompanies: number;
  /** Other accounts that this company named before. */
  otherAccounts: number;
  /** Earlier requests of this company for the same amount that live. */
  lookalikes: number;
}

// Good news that comes later (a payment arrives, another request is made) is no difference that voids an approval; bad
// news is. Sandboxes share the test companies: there, history is the project's own.
const read = statement<EvidenceRow, [string]>(
  'disbursement_evidence',
  `SELECT a.company_number AS "companyNumber", a.company_name AS "companyName", a.status AS "applicationStatus",
     a.amount_pence AS "applicationAmountPence", a.term_months AS "applicationTermMonths", a.purpose,
     a.created_at AS "applicationCreatedAt", v.decision_id AS "decisionId", v.version AS "decisionVersion",
     v.outcome AS "decisionOutcome", v.policy_version AS "policyVersion", v.inputs_hash AS "inputsHash",
     v.created_at AS "decidedAt", v.offer, g.text_sha256 AS "agreementSha256", g.accepted_via AS "acceptedVia",
     g.accepted_at AS "acceptedAt",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'type', c.type, 'status', c.status, 'findings', c.findings)
        ORDER BY c.id), '[]') FROM identity_checks c WHERE c.application_id = a.id) AS checks,
     (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'confirmed', b.confirmed, 'number_source', b.number_source,
        'recorded_by', b.recorded_by) ORDER BY b.id), '[]') FROM payee_call_backs b WHERE b.disbursement_id = d.id) AS "callBacks",
     h.*
   FROM disbursements d JOIN applications a ON a.id = d.application_id JOIN agreements g ON g.application_id = a.id
     CROSS JOIN LATERAL (
       SELECT w.*, o AS offer FROM decision_versions w, jsonb_array_elements(w.offers) o
       WHERE w.application_id = a.id AND o->>'id' = d.offer_id) v
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE e.status = 'settled' AND e.settled_at <= d.created_at)::int AS "paidBefore",
         count(*) FILTER (WHERE e.status IN ('failed', 'returned'))::int AS "cameBack",
         (count(DISTINCT b.company_number) FILTER (WHERE b.company_number <> a.company_number))::int AS "otherCompanies",
         (SELECT count(DISTINCT f.payee_fingerprint)::int FROM applications c JOIN disbursements f ON f.application_id = c.id
          WHERE c.company_number = a.company_number AND c.livemode = a.livemode AND (d.livemode OR c.project_id = d.project_id)
            AND f.payee_fingerprint <> d.payee_fingerprint AND f.id < d.id) AS "otherAccounts",
         (SELECT count(*)::int FROM applications c JOIN disbursements f ON f.application_id = c.id
          WHERE c.company_number = a.company_number AND c.livemode = a.livemode AND (d.livemode OR c.project_id = d.project_id)
            AND f.id < d.id AND f.amount_pence = d.amount_pence
            AND f.status NOT IN ('rejected', 'cancelled', 'expired', 'failed', 'returned')) AS lookalikes
       FROM disbursements e JOIN applications b ON b.id = e.application_id
       WHERE e.payee_fingerprint = d.payee_fingerprint AND e.livemode = d.livemode AND e.id <> d.id
         AND (d.livemode OR e.project_id = d.project_id)) h
   WHERE d.id = $1`,
);

export function readEvidenceRow(id: string, tx?: Transaction): Promise<EvidenceRow | null> {
  return read.first([id], tx);
}
