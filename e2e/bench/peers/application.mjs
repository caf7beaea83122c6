// One prepared statement and the shape of its answer, for both peers of the read.
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const text = `SELECT id, livemode, status, company_number, company_name, amount_pence, term_months, product, purpose,
  applicant_email, applicant_first_name, redirect_uri, reference, introduction_id, metadata, decision_id,
  accepted_offer_id, disbursement_id, created_at, updated_at FROM applications WHERE id = $1 AND project_id = $2`;

export async function find(id, projectId) {
  return (await pool.query({ name: 'application', text, values: [id, projectId] })).rows[0];
}

export function toApplication(row) {
  return {
    id: row.id,
    object: 'application',
    livemode: row.livemode,
    created: row.created_at.toISOString(),
    updated: row.updated_at.toISOString(),
    status: row.status,
    business: { company_number: row.company_number, name: row.company_name },
    amount_pence: row.amount_pence,
    currency: 'GBP',
    term_months: row.term_months,
    product: row.product,
    purpose: row.purpose,
    applicant: { email: row.applicant_email, first_name: row.applicant_first_name },
    redirect_uri: row.redirect_uri,
    reference: row.reference,
    introduction_id: row.introduction_id,
    metadata: row.metadata,
    decision_id: row.decision_id,
    accepted_offer_id: row.accepted_offer_id,
    disbursement_id: row.disbursement_id,
  };
}
