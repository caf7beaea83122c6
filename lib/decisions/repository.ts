// Versions of decisions. Append-only for the product's role: a version, once made, stays what it was.
import { lookUp, statement, type Transaction } from '@/lib/db';
import type { DecisionInputs } from './inputs';
import type { ApprovalCondition, DeclineReason } from './policy';
import type { Offer } from './schemas';

export interface VersionRow {
  id: string;
  livemode: boolean;
  applicationId: string;
  reference: string | null;
  version: number;
  outcome: 'approved' | 'declined' | 'referred';
  reason: DeclineReason | null;
  conditions: ApprovalCondition[];
  policyVersion: string;
  inputsHash: string;
  offers: Offer[];
  /** Of version 1. */
  firstCreatedAt: Date;
  createdAt: Date;
  refreshPending: boolean;
}

/** What is known of a decision that may not exist yet. */
export interface SoughtVersion extends Omit<VersionRow, 'version'> {
  latestVersion: number;
  /** Null: there is no such version. */
  version: number | null;
}

const columns = `
  SELECT v.decision_id AS id, a.livemode, a.id AS "applicationId", a.reference, v.version, v.outcome, v.reason,
         v.conditions, v.policy_version AS "policyVersion", v.inputs_hash AS "inputsHash", v.offers,
         f.created_at AS "firstCreatedAt", v.created_at AS "createdAt", a.latest_version AS "latestVersion",
         a.refresh_pending AND v.version = a.latest_version AS "refreshPending"
  FROM applications a
  LEFT JOIN decision_versions v ON v.application_id = a.id AND v.version = coalesce($3, a.latest_version)
  LEFT JOIN decision_versions f ON f.application_id = a.id AND f.version = 1`;

type Sought = [id: string, projectId: string, version: number | null];

const findByApplication = lookUp<SoughtVersion, Sought>(
  'decision_find_by_application',
  `${columns} WHERE a.id = $1 AND a.project_id = $2`,
);
const findByDecision = lookUp<SoughtVersion, Sought>(
  'decision_find',
  `${columns} WHERE a.decision_id = $1 AND a.project_id = $2`,
);

/** The version of the decision with this id, or of the application with this id. Null: no such object. */
export function findVersion(
  projectId: string,
  id: string,
  version: number | null,
  tx?: Transaction,
): Promise<SoughtVersion | null> {
  return (id.startsWith('app_') ? findByApplication : findByDecision).first([id, projectId, version], tx);
}

export interface NewVersion {
  readonly decisionId: string;
  readonly version: number;
  readonly applicationId: string;
  readonly projectId: string;
  readonly livemode: boolean;
  readonly outcome: VersionRow['outcome'];
  readonly reason: DeclineReason | null;
  readonly conditions: readonly ApprovalCondition[];
  readonly policyVersion: string;
  readonly inputsHash: string;
  readonly inputs: DecisionInputs;
  readonly score: object;
  readonly offers: readonly Offer[];
  readonly createdAt: Date;
}

const insert = statement<never, unknown[]>(
  'decision_insert',
  `INSERT INTO decision_versions (decision_id, version, application_id, project_id, livemode, outcome, reason,
     conditions, policy_version, inputs_hash, inputs, score, offers, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb, $13::jsonb, $14)`,
);

export async function insertVersion(row: NewVersion, tx: Transaction): Promise<void> {
  await insert.run(
    [row.decisionId, row.version, row.applicationId, row.projectId, row.livemode, row.outcome, row.reason,
     row.conditions, row.policyVersion, row.inputsHash, JSON.stringify(row.inputs), JSON.stringify(row.score),
     JSON.stringify(row.offers), row.createdAt],
    tx,
  ); // prettier-ignore
}

const offer = statement<{ version: number; offer: Offer }, [string, string]>(
  'decision_find_offer',
  `SELECT v.version, o AS offer FROM decision_versions v, jsonb_array_elements(v.offers) o
   WHERE v.application_id = $1 AND o->>'id' = $2`,
);

/** An offer ever made for this application, with the version that made it. */
export function selectOffer(
  applicationId: string,
  offerId: string,
  tx: Transaction,
): Promise<{ version: number; offer: Offer } | null> {
  return offer.first([applicationId, offerId], tx);
}
