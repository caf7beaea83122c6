// An identity check as the API shows it.
import { masked } from './mask';
import { openPerson } from './personal-data';
import type { IdentityCheckRow } from './repository';
import type { IdentityCheck } from './schemas';

export function toIdentityCheck(row: IdentityCheckRow): IdentityCheck {
  const person = openPerson(row);
  const { companyNumber, businessName } = row;
  return {
    id: row.id,
    object: 'identity_check',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    type: row.type,
    subject: person && masked(person),
    business:
      companyNumber === null || businessName === null
        ? null
        : { company_number: companyNumber, name: businessName },
    application_id: row.applicationId,
    reference: row.reference,
    metadata: row.metadata,
    checks: [...row.findings],
  };
}
