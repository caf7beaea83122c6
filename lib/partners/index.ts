// Partner accounts: the tenants (contract §1).
export { resumePartner, suspendPartner } from './change-standing';
