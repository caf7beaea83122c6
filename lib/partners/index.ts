// Partner accounts: the tenants (contract §1).
export { createPartner, type CreatePartnerInput } from './create';
export { resumePartner, suspendPartner } from './change-standing';
